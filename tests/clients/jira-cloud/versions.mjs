import assert from 'node:assert/strict';

export default async function versions(team) {
  const { ask, refused, charlie } = team;
  const made = { name: '9.0', projectId: 10000, description: 'By a client', startDate: '2026-11-01', releaseDate: '2026-12-01' };
  const version = await ask('projectVersions.createVersion', made, (r) => assert.equal(r.name, '9.0'));
  team.version = version.id;
  await refused('projectVersions.createVersion of the same name', 400, made);
  await charlie.refused('projectVersions.createVersion by a reader', 404, { ...made, name: '9.1' });
  await ask('projectVersions.getVersion', { id: version.id, expand: 'issuesstatus' }, (r) => assert.equal(r.releaseDate, '2026-12-01'));
  await refused('projectVersions.getVersion that is not there', 404, { id: '99999' });
  await ask('projectVersions.updateVersion', { id: version.id, body: { released: true } }, (r) => assert.equal(r.released, true));
  await ask('projectVersions.getProjectVersions', { projectIdOrKey: 'ENG' }, (r) => assert.ok(r.some((each) => each.id === version.id)));
  await ask('projectVersions.getProjectVersionsPaginated', { projectIdOrKey: 'ENG', query: '9.0' }, (r) => assert.equal(r.total, 1));
  await ask('projectVersions.getVersionRelatedIssues', { id: version.id }, (r) => assert.equal(r.issuesFixedCount, 0));
  await ask('projectVersions.getVersionUnresolvedIssues', { id: version.id }, (r) => assert.equal(r.issuesUnresolvedCount, 0));

  const lead = { name: 'Slipway', project: 'ENG', description: 'Boats and quays', assigneeType: 'PROJECT_LEAD' };
  const component = await ask('projectComponents.createComponent', lead, (r) => assert.equal(r.project, 'ENG'));
  team.component = component.id;
  await refused('projectComponents.createComponent of the same name', 400, lead);
  await ask('projectComponents.getComponent', { id: component.id }, (r) => assert.equal(r.name, 'Slipway'));
  await refused('projectComponents.getComponent that is not there', 404, { id: '99999' });
  await ask('projectComponents.updateComponent', { id: component.id, body: { description: 'Quays' } }, (r) => assert.equal(r.description, 'Quays'));
  await ask('projectComponents.getProjectComponents', { projectIdOrKey: 'ENG' }, (r) => assert.ok(r.some((each) => each.id === component.id)));
  await ask('projectComponents.getProjectComponentsPaginated', { projectIdOrKey: 'ENG', query: 'slipway' }, (r) => assert.equal(r.total, 1));
  await ask('projectComponents.getComponentRelatedIssues', { id: component.id }, (r) => assert.equal(r.issueCount, 0));
  const heir = await ask('projectComponents.createComponent, an heir', { ...lead, name: 'Shore' });
  await ask('projectComponents.deleteComponent', { id: heir.id, moveIssuesTo: component.id });
  await refused('projectComponents.deleteComponent twice', 404, { id: heir.id });
}
