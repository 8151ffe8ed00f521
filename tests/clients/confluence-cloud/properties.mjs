import assert from 'node:assert/strict';
import { refused, step } from '../steps.mjs';

export default async function properties({ v2, childId: pageId }) {
  const { contentProperties } = v2;
  const property = await step(
    'v2 contentProperties.createPageProperty',
    () => contentProperties.createPageProperty({ pageId, key: 'review', value: { due: '2026-01-31' } }),
    (r) => assert.equal(r.version.number, 1),
  );
  const propertyId = Number(property.id);
  await refused('v2 contentProperties.createPageProperty with a key in use', 409, () => contentProperties.createPageProperty({ pageId, key: 'review', value: 1 }));
  await step(
    'v2 contentProperties.getPageContentProperties',
    () => contentProperties.getPageContentProperties({ pageId, key: 'review' }),
    (r) => assert.equal(r.results.length, 1),
  );
  await step(
    'v2 contentProperties.updatePagePropertyById',
    () => contentProperties.updatePagePropertyById({ pageId, propertyId, key: 'review', value: { due: '2026-02-28' }, version: { number: 2 } }),
    (r) => assert.equal(r.version.number, 2),
  );
  await refused(
    'v2 contentProperties.updatePagePropertyById with a stale version',
    409,
    () => contentProperties.updatePagePropertyById({ pageId, propertyId, key: 'review', value: {}, version: { number: 2 } }),
  );
  await step(
    'v2 contentProperties.getPageContentPropertiesById',
    () => contentProperties.getPageContentPropertiesById({ pageId, propertyId }),
    (r) => assert.equal(r.value.due, '2026-02-28'),
  );
  await step('v2 contentProperties.deletePagePropertyById', () => contentProperties.deletePagePropertyById({ pageId, propertyId }));
}
