import assert from 'node:assert/strict';
import { refused, step } from '../steps.mjs';

export default async function restrictions(site) {
  const { v1, charlie, child, childId } = site;
  const { contentRestrictions } = v1;
  const me = await step('v1 users.getCurrentUser', () => v1.users.getCurrentUser(), (r) => assert.ok(r.accountId));
  site.me = me;
  const toMe = [{ operation: 'read', restrictions: { user: [{ type: 'known', accountId: me.accountId }], group: [] } }];
  await step('v2 page.getPageById by a reader', () => charlie.page.getPageById({ id: childId }));
  await step('v1 contentRestrictions.updateRestrictions', () => contentRestrictions.updateRestrictions({ id: child.id, body: toMe }));
  await step(
    'v1 contentRestrictions.getRestrictions',
    () => contentRestrictions.getRestrictions({ id: child.id, expand: ['restrictions.user'] }),
    (r) => assert.ok(r.results.length > 0),
  );
  await step('v1 contentRestrictions.getRestrictionsByOperation', () => contentRestrictions.getRestrictionsByOperation({ id: child.id }));
  await step(
    'v1 contentRestrictions.getRestrictionsForOperation',
    () => contentRestrictions.getRestrictionsForOperation({ id: child.id, operationKey: 'read' }),
    (r) => assert.equal(r.operation, 'read'),
  );
  await refused('v2 page.getPageById of a restricted page', 404, () => charlie.page.getPageById({ id: childId }));
  const one = { id: child.id, operationKey: 'update', accountId: me.accountId };
  await step('v1 contentRestrictions.addUserToContentRestriction', () => contentRestrictions.addUserToContentRestriction(one));
  await step('v1 contentRestrictions.getContentRestrictionStatusForUser', () => contentRestrictions.getContentRestrictionStatusForUser(one));
  await step('v1 contentRestrictions.removeUserFromContentRestriction', () => contentRestrictions.removeUserFromContentRestriction(one));
  const groups = await v1.group.getGroups();
  const group = { id: child.id, operationKey: 'read', groupId: groups.results.find((each) => each.name === 'confluence-users').id };
  await step('v1 contentRestrictions.addGroupToContentRestrictionByGroupId', () => contentRestrictions.addGroupToContentRestrictionByGroupId(group));
  await step('v2 page.getPageById by a reader in the group', () => charlie.page.getPageById({ id: childId }));
  await step('v1 contentRestrictions.getIndividualGroupRestrictionStatusByGroupId', () => contentRestrictions.getIndividualGroupRestrictionStatusByGroupId(group));
  await step('v1 contentRestrictions.removeGroupFromContentRestriction', () => contentRestrictions.removeGroupFromContentRestriction(group));
  await step('v1 contentRestrictions.deleteRestrictions', () => contentRestrictions.deleteRestrictions({ id: child.id }));
  await step(
    'v1 contentPermissions.checkContentPermission',
    () => v1.contentPermissions.checkContentPermission({ id: child.id, subject: { type: 'user', identifier: me.accountId }, operation: 'read' }),
    (r) => assert.equal(r.hasPermission, true),
  );
}
