import assert from 'node:assert/strict';
import { refused, step } from '../steps.mjs';

export default async function trash({ alice: { content, contentVersions }, child: { id } }) {
  await step('contentVersions.deleteContentVersion', () => contentVersions.deleteContentVersion({ id, versionNumber: 1 }));
  await refused('content.getContentById of a deleted version', 404, () => content.getContentById({ id, status: ['historical'], version: 1 }));
  await step('content.deleteContent', () => content.deleteContent({ id }));
  await refused('content.getContentById of a trashed page', 404, () => content.getContentById({ id }));
  await step(
    'content.getContent (trashed)',
    () => content.getContent({ spaceKey: 'ENG', status: ['trashed'] }),
    (r) => assert.ok(r.results.some((page) => page.id === id)),
  );
  await step(
    'content.updateContent (restore)',
    () => content.updateContent({ id, type: 'page', title: 'Client child', status: 'current', version: { number: 5 } }),
    (r) => assert.equal(r.status, 'current'),
  );
  await content.deleteContent({ id });
  await step('content.deleteContent (purge)', () => content.deleteContent({ id, status: 'trashed' }));
  await refused('content.getContentById of a purged page', 404, () => content.getContentById({ id, status: ['any'] }));
}
