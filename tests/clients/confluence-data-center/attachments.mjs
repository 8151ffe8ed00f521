import assert from 'node:assert/strict';
import { refused, step } from '../steps.mjs';

const file = (text) => ({ file: Buffer.from(text), filename: 'notes.txt', minorEdit: true, contentType: 'text/plain', comment: text });

export default async function attachments({ alice: { contentAttachments }, child: { id } }) {
  const uploaded = await step(
    'contentAttachments.createAttachments',
    () => contentAttachments.createAttachments({ id, attachments: file('first notes') }),
    (r) => assert.equal(r.results[0].extensions.comment, 'first notes'),
  );
  const attachmentId = uploaded.results[0].id;
  await refused(
    'contentAttachments.createAttachments of the same name',
    400,
    () => contentAttachments.createAttachments({ id, attachments: file('again') }),
  );
  await step(
    'contentAttachments.getAttachments',
    () => contentAttachments.getAttachments({ id, filename: 'notes.txt', expand: ['version'] }),
    (r) => assert.equal(r.results[0].id, attachmentId),
  );
  await step(
    'contentAttachments.updateAttachmentData',
    () => contentAttachments.updateAttachmentData({ id, attachmentId, attachment: file('second notes') }),
    (r) => assert.equal(r.version.number, 2),
  );
  await step(
    'contentAttachments.updateAttachmentProperties',
    () => contentAttachments.updateAttachmentProperties({
      id,
      attachmentId,
      update: { id: attachmentId, type: 'attachment', title: 'renamed.txt', version: { number: 2 } },
    }),
    (r) => assert.equal(r.title, 'renamed.txt'),
  );
  await step(
    'contentAttachments.downloadAttachment',
    () => contentAttachments.downloadAttachment({ id, attachmentId }),
    (r) => assert.equal(Buffer.from(r).toString(), 'second notes'),
  );
}
