import assert from 'node:assert/strict';
import { step } from '../steps.mjs';

/** Likes, tasks and watches. */
export default async function reactions({ v1, v2, child, childId, eng }) {
  await step('v2 like.getPageLikeCount', () => v2.like.getPageLikeCount({ id: childId }), (r) => assert.equal(r.count, 0));
  await step('v2 like.getPageLikeUsers', () => v2.like.getPageLikeUsers({ id: childId }), (r) => assert.equal(r.results.length, 0));

  const open = await step('v2 task.getTasks', () => v2.task.getTasks({ pageId: [childId], status: 'incomplete' }), (r) => assert.equal(r.results.length, 1));
  const id = Number(open.results[0].id);
  await step('v2 task.getTaskById', () => v2.task.getTaskById({ id, bodyFormat: 'storage' }), (r) => assert.equal(r.body.storage.value, 'Do it'));
  await step('v2 task.updateTask', () => v2.task.updateTask({ id, body: { status: 'complete' } }), (r) => assert.equal(r.status, 'complete'));
  await step('v2 page.getPageById (ticked)', () => v2.page.getPageById({ id: childId, bodyFormat: 'storage' }), (r) => {
    assert.match(r.body.storage.value, /<ac:task-status>complete</);
  });
  await step('v2 task.getTasks (of a space)', () => v2.task.getTasks({ spaceId: [eng], limit: 3 }), (r) => assert.equal(r.results.length, 3));

  const { contentWatches } = v1;
  await step('v1 contentWatches.addContentWatcher', () => contentWatches.addContentWatcher({ contentId: child.id }));
  await step('v1 contentWatches.getContentWatchStatus', () => contentWatches.getContentWatchStatus({ contentId: child.id }), (r) => assert.equal(r.watching, true));
  await step('v1 contentWatches.getWatchesForPage', () => contentWatches.getWatchesForPage({ id: child.id }), (r) => assert.equal(r.results.length, 1));
  await step('v1 contentWatches.removeContentWatcher', () => contentWatches.removeContentWatcher({ contentId: child.id }));
  await step('v1 contentWatches.addSpaceWatcher', () => contentWatches.addSpaceWatcher({ spaceKey: 'ENG' }));
  await step('v1 contentWatches.isWatchingSpace', () => contentWatches.isWatchingSpace({ spaceKey: 'ENG' }), (r) => assert.equal(r.watching, true));
  await step('v1 contentWatches.getWatchesForSpace', () => contentWatches.getWatchesForSpace({ id: child.id }), (r) => assert.ok(r.results.length > 0));
  await step('v1 contentWatches.getWatchersForSpace', () => contentWatches.getWatchersForSpace({ spaceKey: 'ENG' }), (r) => assert.ok(r.results.length > 0));
  await step('v1 contentWatches.removeSpaceWatch', () => contentWatches.removeSpaceWatch({ spaceKey: 'ENG' }));
}
