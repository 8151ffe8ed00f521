import assert from 'node:assert/strict';
import { refused, step } from '../steps.mjs';
import { storage } from './bodies.mjs';

export default async function comments({ alice: { content, contentComments, contentChildrenAndDescendants }, child: { id } }) {
  const remark = (body, more = {}) => ({ type: 'comment', container: { id, type: 'page' }, body: storage(body), ...more });
  const first = await step('content.createContent (comment)', () => content.createContent(remark('<p>A remark</p>')), (r) => assert.equal(r.type, 'comment'));
  await step('content.createContent (answer)', () => content.createContent(remark('<p>An answer</p>', { ancestors: [{ id: first.id }] })));
  await step(
    'contentComments.getContentComments',
    () => contentComments.getContentComments({ id, depth: 'all', expand: ['body.storage', 'extensions.resolution'] }),
    (r) => assert.equal(r.results.length, 2),
  );
  await step(
    'contentChildrenAndDescendants.getContentChildrenByType (answers)',
    () => contentChildrenAndDescendants.getContentChildrenByType({ id: first.id, type: 'comment' }),
    (r) => assert.equal(r.results.length, 1),
  );
  const update = { id: first.id, type: 'comment', version: { number: 2 }, body: storage('<p>A better remark</p>') };
  await step('content.updateContent (comment)', () => content.updateContent(update), (r) => assert.equal(r.version.number, 2));
  await refused('content.updateContent with a stale version (comment)', 409, () => content.updateContent(update));
  await step('content.deleteContent (comment)', () => content.deleteContent({ id: first.id }));
}
