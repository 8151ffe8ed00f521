import assert from 'node:assert/strict';
import { refused, step } from '../steps.mjs';
import { storage } from './bodies.mjs';

export default async function comments({ v2, child, childId }) {
  const { comment } = v2;
  const remark = await step(
    'v2 comment.createFooterComment',
    () => comment.createFooterComment({ pageId: child.id, body: storage('<p>A remark</p>') }),
    (r) => assert.equal(r.pageId, child.id),
  );
  const commentId = Number(remark.id);
  await step('v2 comment.createFooterComment (answer)', () => comment.createFooterComment({ parentCommentId: remark.id, body: storage('<p>An answer</p>') }));
  await step('v2 comment.getPageFooterComments', () => comment.getPageFooterComments({ id: childId, bodyFormat: 'storage' }), (r) => assert.equal(r.results.length, 1));
  await step('v2 comment.getFooterComments', () => comment.getFooterComments({ limit: 3 }), (r) => assert.ok(r.results.length > 0));
  await step(
    'v2 comment.getFooterCommentById',
    () => comment.getFooterCommentById({ commentId, bodyFormat: 'storage' }),
    (r) => assert.equal(r.body.storage.value, '<p>A remark</p>'),
  );
  await step('v2 comment.getFooterCommentChildren', () => comment.getFooterCommentChildren({ id: commentId }), (r) => assert.equal(r.results.length, 1));
  await step(
    'v2 comment.updateFooterComment',
    () => comment.updateFooterComment({ commentId, body: { version: { number: 2 }, body: storage('<p>A better remark</p>') } }),
    (r) => assert.equal(r.version.number, 2),
  );
  await refused(
    'v2 comment.updateFooterComment with a stale version',
    409,
    () => comment.updateFooterComment({ commentId, body: { version: { number: 2 }, body: storage('<p>x</p>') } }),
  );
  await step('v2 version.getFooterCommentVersions', () => v2.version.getFooterCommentVersions({ id: commentId }), (r) => assert.equal(r.results.length, 2));
  await step('v2 operation.getFooterCommentOperations', () => v2.operation.getFooterCommentOperations({ id: commentId }), (r) => assert.ok(r.operations.length > 0));
  await step('v2 comment.deleteFooterComment', () => comment.deleteFooterComment({ commentId }));
  await refused('v2 comment.getFooterCommentById of a deleted comment', 404, () => comment.getFooterCommentById({ commentId }));

  const question = await step(
    'v2 comment.createInlineComment',
    () => comment.createInlineComment({
      pageId: child.id,
      body: storage('<p>Why this word?</p>'),
      inlineCommentProperties: { textSelection: 'aardvark', textSelectionMatchCount: 1, textSelectionMatchIndex: 0 },
    }),
    (r) => assert.equal(r.resolutionStatus, 'open'),
  );
  const questionId = Number(question.id);
  await step('v2 comment.createInlineComment (answer)', () => comment.createInlineComment({ parentCommentId: question.id, body: storage('<p>Because</p>') }));
  await step('v2 comment.getInlineCommentChildren', () => comment.getInlineCommentChildren({ id: questionId }), (r) => assert.equal(r.results.length, 1));
  await step('v2 comment.getPageInlineComments', () => comment.getPageInlineComments({ id: childId }), (r) => assert.equal(r.results.length, 1));
  await step(
    'v2 comment.updateInlineComment (resolve)',
    () => comment.updateInlineComment({ commentId: questionId, version: { number: 2 }, body: storage('<p>Why this word?</p>'), resolved: true }),
    (r) => assert.equal(r.resolutionStatus, 'resolved'),
  );
  await step('v2 comment.getInlineCommentById', () => comment.getInlineCommentById({ commentId: questionId }), (r) => assert.equal(r.resolutionStatus, 'resolved'));
  await step('v2 comment.getInlineComments', () => comment.getInlineComments({ limit: 3 }), (r) => assert.ok(r.results.length > 0));
  await step('v2 comment.deleteInlineComment', () => comment.deleteInlineComment({ commentId: questionId }));
}
