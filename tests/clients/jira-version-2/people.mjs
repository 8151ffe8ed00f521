import assert from 'node:assert/strict';

export default async function people(team) {
  const { ask, refused, stranger, isCloud } = team;
  await stranger.refused('myself.getCurrentUser with a wrong credential', 401);
  await ask('serverInfo.getServerInfo', undefined, (r) => assert.equal(r.deploymentType, isCloud ? 'Cloud' : 'Server'));
  await ask('jiraSettings.getConfiguration', undefined, (r) => assert.equal(r.attachmentsEnabled, true));
  const me = await ask('myself.getCurrentUser', undefined, (r) => assert.equal(r.displayName, 'Alice'));

  // A person is an account id on Cloud, and a name and a key on Data Center.
  team.as = (user) => (isCloud ? { accountId: user.accountId } : { name: user.name });
  team.alice = me;
  const [bob] = await ask('userSearch.findUsers', isCloud ? { query: 'bob' } : { username: 'bob' }, (r) => assert.equal(r[0].displayName, 'Bob'));
  team.bob = bob;
  await refused('userSearch.findUsers by nothing', 400, {});
  await ask('users.getUser', isCloud ? { accountId: bob.accountId } : { username: 'bob' }, (r) => assert.equal(r.displayName, 'Bob'));
  await refused('users.getUser who is nobody', 404, isCloud ? { accountId: '557058:nobody' } : { username: 'nobody' });
  await ask('userSearch.findAssignableUsers', { project: 'ENG' }, (r) => assert.ok(r.some((each) => each.displayName === 'Bob')));
  await ask('userSearch.findUsersForPicker', { query: 'ali' }, (r) => assert.equal(r.users.length, 1));
  await ask('groups.findGroups', { query: 'admin' }, (r) => assert.ok(r.groups.length > 0));
  await ask('permissions.getAllPermissions', undefined, (r) => assert.ok(r.permissions.BROWSE_PROJECTS));
  await ask('permissions.getMyPermissions', { projectKey: 'ENG', permissions: 'EDIT_ISSUES' }, (r) => assert.equal(r.permissions.EDIT_ISSUES.havePermission, true));
}
