import assert from 'node:assert/strict';
import { refused, step } from '../steps.mjs';

/** People, groups, watches; and bodies converted for them. */
export default async function people({ alice: { users, group, contentWatches, contentBody }, child }) {
  const contentId = child.id;
  const me = await step('users.getCurrentUser', () => users.getCurrentUser(), (r) => assert.equal(r.username, 'alice'));
  await step('users.getUser', () => users.getUser({ key: me.userKey }), (r) => assert.equal(r.username, 'alice'));
  await refused('users.getUser of nobody', 404, () => users.getUser({ username: 'nobody' }));
  await step('users.getAnonymousUser', () => users.getAnonymousUser(), (r) => assert.equal(r.type, 'anonymous'));
  await step('users.getGroupMembershipsForUser', () => users.getGroupMembershipsForUser({ username: 'alice' }), (r) => assert.ok(r.results.length > 0));
  const groups = await step('group.getGroups', () => group.getGroups(), (r) => assert.ok(r.results.length > 0));
  const { name } = groups.results[0];
  await step('group.getGroupByName', () => group.getGroupByName({ groupName: name }), (r) => assert.equal(r.name, name));
  await step('group.getGroupMembers', () => group.getGroupMembers({ groupName: name }), (r) => assert.ok(r.results.length > 0));

  await step('contentWatches.addContentWatcher', () => contentWatches.addContentWatcher({ contentId }));
  await step('contentWatches.getContentWatchStatus', () => contentWatches.getContentWatchStatus({ contentId }), (r) => assert.equal(r.watching, true));
  await step('contentWatches.removeContentWatcher', () => contentWatches.removeContentWatcher({ contentId }));
  await step('contentWatches.addSpaceWatcher', () => contentWatches.addSpaceWatcher({ spaceKey: 'ENG', xAtlassianToken: 'no-check' }));
  await step('contentWatches.isWatchingSpace', () => contentWatches.isWatchingSpace({ spaceKey: 'ENG' }), (r) => assert.equal(r.watching, true));
  await step('contentWatches.removeSpaceWatch', () => contentWatches.removeSpaceWatch({ spaceKey: 'ENG' }));

  await step(
    'contentBody.convertContentBody',
    () => contentBody.convertContentBody({ to: 'view', value: '<p>To convert</p>', representation: 'storage' }),
    (r) => assert.match(r.value, /To convert/),
  );
}
