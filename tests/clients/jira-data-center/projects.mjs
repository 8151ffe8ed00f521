import assert from 'node:assert/strict';

export default async function projects(team) {
  const { ask, refused, charlie } = team;
  await ask('listProjects', [], (r) => assert.ok(r.some((each) => each.key === 'SUP')));
  await ask('getProject', ['ENG'], (r) => assert.equal(r.lead.name !== undefined, true));
  await refused('getProject that is not there', /No project could be found with key 'NOPE'/, ['NOPE']);

  const made = await ask('createVersion', [{ name: '9.0', project: 'ENG' }], (r) => assert.equal(r.name, '9.0'));
  team.version = made.id;
  await refused('createVersion of the same name', /already exists/, [{ name: '9.0', project: 'ENG' }]);
  await charlie.refused('createVersion by a reader', /errorMessages/, [{ name: '9.1', project: 'ENG' }]);
  await ask('getVersion', [made.id], (r) => assert.equal(r.archived, false));
  await ask('updateVersion', [{ id: made.id, description: 'By jira-client' }], (r) => assert.equal(r.description, 'By jira-client'));
  await ask('getVersions', ['ENG'], (r) => assert.ok(r.some((each) => each.id === made.id)));
  await ask('getUnresolvedIssueCount', [made.id], (r) => assert.equal(r, 0));
  const spare = await ask('createVersion, a spare one', [{ name: '9.1', project: 'ENG' }]);
  await ask('deleteVersion', [spare.id, made.id, made.id]);
  await refused('getVersion that is gone', /errorMessages/, [spare.id]);

  const component = await ask('addNewComponent', [{ name: 'Quay', project: 'ENG' }], (r) => assert.equal(r.name, 'Quay'));
  await ask('updateComponent', [component.id, { description: 'Boats' }], (r) => assert.equal(r.description, 'Boats'));
  await ask('listComponents', ['ENG'], (r) => assert.ok(r.some((each) => each.id === component.id)));
  await ask('relatedIssueCounts', [component.id], (r) => assert.equal(r.issueCount, 0));
  await ask('deleteComponent', [component.id]);
}
