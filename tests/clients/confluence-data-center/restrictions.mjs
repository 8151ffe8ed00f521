import assert from 'node:assert/strict';
import { refused, step } from '../steps.mjs';

export default async function restrictions({ bob, charlie, child: { id } }) {
  const { contentRestrictions } = bob;
  await step('content.getContentById by a reader', () => charlie.content.getContentById({ id }));
  await step(
    'contentRestrictions.updateRestrictions',
    () => contentRestrictions.updateRestrictions({ id, body: [{ operation: 'read', restrictions: { user: [{ type: 'known', username: 'bob' }], group: [] } }] }),
  );
  await step(
    'contentRestrictions.getRestrictionsByOperation',
    () => contentRestrictions.getRestrictionsByOperation({ id, expand: ['read.restrictions.user'] }),
    (r) => assert.equal(r.read.restrictions.user.results[0].username, 'bob'),
  );
  await step(
    'contentRestrictions.getRestrictionsForOperation',
    () => contentRestrictions.getRestrictionsForOperation({ id, operationKey: 'read' }),
    (r) => assert.equal(r.operation, 'read'),
  );
  await refused('content.getContentById of a restricted page', 404, () => charlie.content.getContentById({ id }));
  await step(
    'contentRestrictions.updateRestrictions (lift)',
    () => contentRestrictions.updateRestrictions({ id, body: [{ operation: 'read', restrictions: { user: [], group: [] } }] }),
  );
  await step('content.getContentById by a reader again', () => charlie.content.getContentById({ id }));
}
