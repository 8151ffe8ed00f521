import assert from 'node:assert/strict';
import { refused, step, until } from '../steps.mjs';
import { storage } from './bodies.mjs';

export default async function trash({ v1, v2, eng, parent, parentId, child, childId: id }) {
  await step('v2 page.deletePage', () => v2.page.deletePage({ id }));
  await step(
    'v2 page.getPages (trashed)',
    () => v2.page.getPages({ status: ['trashed'], spaceId: [eng] }),
    (r) => assert.ok(r.results.some((page) => page.id === child.id)),
  );
  await step('v2 page.updatePage (restore)', async () => {
    const trashed = await v2.page.getPageById({ id, status: ['trashed'] });
    const version = { number: trashed.version.number + 1 };
    return v2.page.updatePage({ id, body: { id: child.id, status: 'current', title: trashed.title, body: storage('<p>ignored</p>'), version } });
  }, (r) => assert.equal(r.status, 'current'));
  await step('v2 page.deletePage (purge)', async () => {
    await v2.page.deletePage({ id });
    await v2.page.deletePage({ id, purge: true });
  });
  await refused('v2 page.getPageById of a purged page', 404, () => v2.page.getPageById({ id }));

  const task = await step('v1 experimental.deletePageTree', () => v1.experimental.deletePageTree({ id: parent.id }), (r) => assert.ok(r.id));
  await step(
    'v1 longRunningTask.getTask (page tree)',
    () => until(() => v1.longRunningTask.getTask({ id: task.id }), (r) => r.finished ?? r.successful),
    (r) => assert.equal(r.successful, true),
  );
  await refused('v2 page.getPageById of a page in a trashed tree', 404, () => v2.page.getPageById({ id: parentId }));
}
