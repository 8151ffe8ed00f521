import assert from 'node:assert/strict';

export default async function site({ ask, refused, bob, stranger }) {
  await ask('getServerInfo', [], (r) => assert.equal(r.deploymentType, 'Server'));
  await bob.ask('getCurrentUser', [], (r) => assert.deepEqual([r.name, r.key !== undefined], ['bob', true]));
  await stranger.refused('getCurrentUser with a wrong password', /Unauthorized \(401\)/, []);
  await ask('searchUsers', [{ username: 'bob' }], (r) => assert.equal(r[0].name, 'bob'));
  await refused('getUser by an account id, which Data Center does not know', /username|key/, ['557058:nobody']);
  await ask('getMembersOfGroup', ['confluence-users'], (r) => assert.ok(r.values.length > 0));
  await refused('getMembersOfGroup that is not there', /nobody-knows/, ['nobody-knows']);
  await ask('listFields', [], (r) => assert.ok(r.some((each) => each.name === 'Story Points')));
  await ask('listIssueTypes', [], (r) => assert.ok(r.some((each) => each.name === 'Bug')));
  await ask('listPriorities', [], (r) => assert.equal(r.length, 5));
  await ask('listStatus', [], (r) => assert.ok(r.some((each) => each.name === 'In Review')));
  await ask('listIssueLinkTypes', [], (r) => assert.equal(r.issueLinkTypes[0].name, 'Blocks'));
  await ask('genericGet', ['resolution'], (r) => assert.equal(r[0].name, 'Done'));
}
