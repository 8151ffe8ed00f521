import assert from 'node:assert/strict';

export default async function attachments({ ask, refused, charlie, key: issueIdOrKey }) {
  const file = (words) => ({ filename: 'notes.txt', content: new Blob([words], { type: 'text/plain' }) });
  await ask('issueAttachments.getAttachmentMeta', undefined, (r) => assert.equal(r.enabled, true));
  const [made] = await ask('issueAttachments.addAttachment', { issueIdOrKey, attachments: [file('one'), file('two')] }, (r) => assert.equal(r.length, 2));
  await refused('issueAttachments.addAttachment to an issue that is not there', 404, { issueIdOrKey: 'ENG-99999', attachments: file('x') });
  await charlie.refused('issueAttachments.addAttachment by a reader', 403, { issueIdOrKey, attachments: file('x') });
  await ask('issueAttachments.getAttachment', { id: made.id }, (r) => assert.deepEqual([r.filename, r.size], ['notes.txt', 3]));
  await ask('issueAttachments.getAttachmentContent', { id: made.id });
  await ask('issueAttachments.removeAttachment', { id: made.id });
  await refused('issueAttachments.getAttachment that is gone', 404, { id: made.id });
  await refused('issueAttachments.getAttachmentContent that is gone', 404, { id: made.id });
}
