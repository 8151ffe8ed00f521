import assert from 'node:assert/strict';

export default async function projects({ ask, refused }) {
  await ask('projects.searchProjects', { keys: ['ENG', 'SUP'], expand: 'lead,description' }, (r) => assert.deepEqual(r.values.map((each) => each.key), ['ENG', 'SUP']));
  await ask('projects.searchProjects page by page', { maxResults: 1 }, (r) => assert.equal(r.isLast, false));
  await ask('projects.getProject', { projectIdOrKey: 'ENG', expand: 'lead,issueTypes' }, (r) => assert.equal(r.name, 'Gangway'));
  await refused('projects.getProject that is not there', 404, { projectIdOrKey: 'NOPE' });
  await ask('projects.getAllStatuses', { projectIdOrKey: 'ENG' }, (r) => assert.ok(r.some((type) => type.statuses.some((status) => status.name === 'In Review'))));
  const roles = await ask('projectRoles.getProjectRoles', { projectIdOrKey: 'ENG' }, (r) => assert.ok(Object.keys(r).length > 0));
  const id = Number(Object.values(roles)[0].split('/').pop());
  await ask('projectRoles.getProjectRole', { projectIdOrKey: 'ENG', id }, (r) => assert.equal(r.id, id));
  await refused('projectRoles.getProjectRole that is not there', 404, { projectIdOrKey: 'ENG', id: 1 });
  await ask('projectTypes.getAllProjectTypes', undefined, (r) => assert.ok(r.some((each) => each.key === 'service_desk')));
  await ask('projectTypes.getProjectTypeByKey', { projectTypeKey: 'software' }, (r) => assert.equal(r.key, 'software'));
}
