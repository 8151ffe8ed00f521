import assert from 'node:assert/strict';
import { refused, step } from '../steps.mjs';

const file = (text) => ({ filename: 'notes.txt', content: new Blob([text], { type: 'text/plain' }) });

export default async function attachments({ v1, v2, child, childId }) {
  const { contentAttachments } = v1;
  const uploaded = await step(
    'v1 contentAttachments.createAttachment',
    () => contentAttachments.createAttachment({ id: child.id, attachments: file('first notes') }),
    (r) => assert.equal(r.results[0].title, 'notes.txt'),
  );
  const attachmentId = uploaded.results[0].id;
  await refused(
    'v1 contentAttachments.createAttachment of the same name',
    400,
    () => contentAttachments.createAttachment({ id: child.id, attachments: file('again') }),
  );
  await step(
    'v1 contentAttachments.createOrUpdateAttachments',
    () => contentAttachments.createOrUpdateAttachments({ id: child.id, attachments: file('second notes') }),
    (r) => assert.equal(r.results[0].id, attachmentId),
  );
  await step(
    'v1 contentAttachments.updateAttachmentData',
    () => contentAttachments.updateAttachmentData({ id: child.id, attachmentId, attachment: file('third notes') }),
    (r) => assert.equal(r.version.number, 3),
  );
  await step('v1 contentAttachments.downloadAttatchment', () => contentAttachments.downloadAttatchment({ id: child.id, attachmentId }));
  await step(
    'v1 contentAttachments.updateAttachmentProperties',
    () => contentAttachments.updateAttachmentProperties({
      id: child.id,
      attachmentId,
      body: { id: attachmentId, type: 'attachment', title: 'minutes.txt', version: { number: 3 } },
    }),
    (r) => assert.equal(r.title, 'minutes.txt'),
  );
  await step('v2 attachment.getPageAttachments', () => v2.attachment.getPageAttachments({ id: childId }), (r) => assert.equal(r.results[0].id, attachmentId));
  await step('v2 attachment.getAttachments', () => v2.attachment.getAttachments({ filename: 'minutes.txt' }), (r) => assert.equal(r.results[0].id, attachmentId));
  await step(
    'v2 attachment.getAttachmentById',
    () => v2.attachment.getAttachmentById({ id: attachmentId, includeVersions: true, includeLabels: true }),
    (r) => assert.equal(r.version.number, 3),
  );
  await step('v2 version.getAttachmentVersions', () => v2.version.getAttachmentVersions({ id: attachmentId }), (r) => assert.equal(r.results.length, 3));
  await step('v2 operation.getAttachmentOperations', () => v2.operation.getAttachmentOperations({ id: attachmentId }), (r) => assert.ok(r.operations.length > 0));
  await step('v1 contentLabels.addLabelsToContent (attachment)', () => v1.contentLabels.addLabelsToContent({ id: attachmentId, body: [{ prefix: 'global', name: 'filed' }] }));
  await step('v2 label.getAttachmentLabels', () => v2.label.getAttachmentLabels({ id: attachmentId }), (r) => assert.equal(r.results[0].name, 'filed'));
  await step('v2 attachment.deleteAttachment', () => v2.attachment.deleteAttachment({ id: attachmentId }));
  await step('v2 attachment.getPageAttachments (none left)', () => v2.attachment.getPageAttachments({ id: childId }), (r) => assert.equal(r.results.length, 0));
}
