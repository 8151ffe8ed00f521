import assert from 'node:assert/strict';

export default async function projects(team) {
  const { ask, refused, charlie, isCloud } = team;
  await ask('projects.getAllProjects', {}, (r) => assert.ok(r.some((each) => each.key === 'ENG')));
  await ask('projects.getProject', { projectIdOrKey: 'ENG' }, (r) => assert.equal(r.name, 'Gangway'));
  await refused('projects.getProject that is not there', 404, { projectIdOrKey: 'NOPE' });
  await ask('projects.getAllStatuses', { projectIdOrKey: 'ENG' }, (r) => assert.ok(r.length > 3));
  await ask('projectRoles.getProjectRoles', { projectIdOrKey: 'ENG' }, (r) => assert.ok(Object.keys(r).length > 0));
  await ask('projectTypes.getAllProjectTypes', undefined, (r) => assert.ok(r.length > 1));

  const made = await ask('projectVersions.createVersion', { name: '9.0', ...(isCloud ? { projectId: 10000 } : { project: 'ENG' }), releaseDate: '2026-12-01' }, (r) => assert.equal(r.name, '9.0'));
  team.version = made.id;
  await charlie.refused('projectVersions.createVersion by a reader', isCloud ? 404 : 403, { name: '9.1', ...(isCloud ? { projectId: 10000 } : { project: 'ENG' }) });
  await ask('projectVersions.getVersion', { id: made.id }, (r) => assert.equal(r.released, false));
  await ask('projectVersions.updateVersion', { id: made.id, released: true }, (r) => assert.equal(r.released, true));
  await ask('projectVersions.getProjectVersions', { projectIdOrKey: 'ENG' }, (r) => assert.ok(r.some((each) => each.id === made.id)));
  await ask('projectVersions.getProjectVersionsPaginated', { projectIdOrKey: 'ENG', maxResults: 1 }, (r) => assert.equal(r.values.length, 1));
  await ask('projectVersions.getVersionRelatedIssues', { id: made.id }, (r) => assert.equal(r.issuesFixedCount, 0));
  await ask('projectVersions.getVersionUnresolvedIssues', { id: made.id }, (r) => assert.equal(r.issuesUnresolvedCount, 0));
  const spare = await ask('projectVersions.createVersion, a spare one', { name: '9.2', ...(isCloud ? { projectId: 10000 } : { project: 'ENG' }) });
  await ask('projectVersions.deleteVersion', { id: spare.id });

  const component = await ask('projectComponents.createComponent', { name: 'Quay', project: 'ENG' }, (r) => assert.equal(r.name, 'Quay'));
  await ask('projectComponents.getComponent', { id: component.id }, (r) => assert.equal(r.project, 'ENG'));
  await ask('projectComponents.updateComponent', { id: component.id, description: 'Boats' }, (r) => assert.equal(r.description, 'Boats'));
  await ask('projectComponents.getProjectComponents', { projectIdOrKey: 'ENG' }, (r) => assert.ok(r.some((each) => each.name === 'Quay')));
  await ask('projectComponents.getComponentRelatedIssues', { id: component.id }, (r) => assert.equal(r.issueCount, 0));
  await ask('projectComponents.deleteComponent', { id: component.id });
  await refused('projectComponents.getComponent that is gone', 404, { id: component.id });
}
