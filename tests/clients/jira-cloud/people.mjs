import assert from 'node:assert/strict';

export default async function people(team) {
  const { ask, refused } = team;
  const me = await ask('myself.getCurrentUser', { expand: 'groups' }, (r) => assert.equal(r.displayName, 'Alice'));
  const [bob] = await ask('userSearch.findUsers', { query: 'bob' }, (r) => assert.equal(r.length, 1));
  team.alice = me.accountId;
  team.bobId = bob.accountId;
  await refused('userSearch.findUsers without a query', 400, {});
  await ask('users.getUser', { accountId: bob.accountId, expand: 'groups' }, (r) => assert.equal(r.accountId, bob.accountId));
  await refused('users.getUser who is nobody', 404, { accountId: '557058:nobody' });
  await refused('users.getUser without saying who', 400, {});
  await ask('users.getUserGroups', { accountId: bob.accountId }, (r) => assert.ok(r.length > 0));
  await ask('users.getAllUsers', { maxResults: 2 }, (r) => assert.equal(r.length, 2));
  await ask('userSearch.findUsersForPicker', { query: 'ali' }, (r) => assert.equal(r.users[0].accountId, me.accountId));
  await ask('userSearch.findAssignableUsers of a project', { project: 'ENG' }, (r) => assert.ok(r.some((each) => each.accountId === bob.accountId)));
  await ask('userSearch.findAssignableUsers of an issue', { issueKey: 'ENG-1', query: 'bob' }, (r) => assert.equal(r[0].accountId, bob.accountId));
  await refused('userSearch.findAssignableUsers of nothing', 400, {});
  await refused('userSearch.findAssignableUsers of a project that is not there', 404, { project: 'NOPE' });
  await ask('userSearch.findBulkAssignableUsers', { projectKeys: 'ENG,SUP', query: 'ali' }, (r) => assert.equal(r[0].accountId, me.accountId));
  const found = await ask('groups.findGroups', { query: 'admin' }, (r) => assert.ok(r.groups.length > 0));
  await ask('groups.getUsersFromGroup', { groupId: found.groups[0].groupId }, (r) => assert.ok(r.values.some((each) => each.accountId === me.accountId)));
  await refused('groups.getUsersFromGroup that is not there', 404, { groupname: 'nobody-knows' });
  await ask('groupAndUserPicker.findUsersAndGroups', { query: 'a' }, (r) => assert.ok(r.users.users.length > 0));
}
