import assert from 'node:assert/strict';
import { refused, step } from '../steps.mjs';

export default async function people({ v1, v2, me: { accountId } }) {
  await step('v1 users.getUser', () => v1.users.getUser({ accountId }), (r) => assert.equal(r.accountId, accountId));
  await refused('v1 users.getUser of nobody', 404, () => v1.users.getUser({ accountId: 'nobody' }));
  await step('v1 users.getAnonymousUser', () => v1.users.getAnonymousUser(), (r) => assert.equal(r.type, 'anonymous'));
  await step('v1 users.getBulkUserLookup', () => v1.users.getBulkUserLookup({ accountId }), (r) => assert.equal(r.results[0].accountId, accountId));
  await step('v1 users.getPrivacyUnsafeUserEmail', () => v1.users.getPrivacyUnsafeUserEmail({ accountId }), (r) => assert.equal(r.email, 'alice@example.com'));
  await step(
    'v1 users.getPrivacyUnsafeUserEmailBulk',
    () => v1.users.getPrivacyUnsafeUserEmailBulk({ accountId: [accountId] }),
    (r) => assert.equal(r[0].email, 'alice@example.com'),
  );
  await step(
    'v2 user.createBulkUserLookup',
    () => v2.user.createBulkUserLookup({ body: { accountIds: [accountId] } }),
    (r) => assert.equal(r.results[0].accountId, accountId),
  );
  await step('v1 users.getGroupMembershipsForUser', () => v1.users.getGroupMembershipsForUser({ accountId }), (r) => assert.ok(r.results.length > 0));
  const groups = await step('v1 group.getGroups', () => v1.group.getGroups(), (r) => assert.ok(r.results.length > 0));
  const { id, name } = groups.results[0];
  await step('v1 group.getGroupByGroupId', () => v1.group.getGroupByGroupId({ id }), (r) => assert.equal(r.name, name));
  await step('v1 group.searchGroups', () => v1.group.searchGroups({ query: name }), (r) => assert.equal(r.results[0].id, id));
  await step('v1 group.getGroupMembersByGroupId', () => v1.group.getGroupMembersByGroupId({ groupId: id }), (r) => assert.ok(r.results.length > 0));
}
