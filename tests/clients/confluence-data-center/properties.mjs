import assert from 'node:assert/strict';
import { refused, step } from '../steps.mjs';

export default async function properties({ alice: { contentProperties }, child: { id } }) {
  const key = 'review';
  await step(
    'contentProperties.createContentProperty',
    () => contentProperties.createContentProperty({ id, key, value: { due: '2026-01-31' } }),
    (r) => assert.equal(r.key, key),
  );
  await step('contentProperties.getContentProperties', () => contentProperties.getContentProperties({ id }), (r) => assert.equal(r.results.length, 1));
  await step(
    'contentProperties.getContentProperty',
    () => contentProperties.getContentProperty({ id, key, expand: ['version'] }),
    (r) => assert.equal(r.value.due, '2026-01-31'),
  );
  const update = { id, key, value: { due: '2026-02-28' }, version: { number: 2 } };
  await step('contentProperties.updateContentProperty', () => contentProperties.updateContentProperty(update), (r) => assert.equal(r.value.due, '2026-02-28'));
  await refused('contentProperties.updateContentProperty with a stale version', 409, () => contentProperties.updateContentProperty(update));
  await step('contentProperties.deleteContentProperty', () => contentProperties.deleteContentProperty({ id, key }));
  await refused('contentProperties.getContentProperty of a deleted property', 404, () => contentProperties.getContentProperty({ id, key }));
}
