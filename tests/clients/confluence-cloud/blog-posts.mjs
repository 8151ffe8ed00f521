import assert from 'node:assert/strict';
import { refused, step } from '../steps.mjs';
import { adf, storage } from './bodies.mjs';

export default async function blogPosts({ v1, v2, eng }) {
  const { blogPost } = v2;
  const news = (title, body) => ({ body: { spaceId: String(eng), status: 'current', title, body } });
  const post = await step('v2 blogPost.createBlogPost', () => blogPost.createBlogPost(news('Client post', storage('<p>News</p>'))));
  const id = Number(post.id);
  await step('v2 blogPost.createBlogPost (ADF)', () => blogPost.createBlogPost(news('Client post in ADF', adf('News in ADF'))));
  await step(
    'v2 blogPost.getBlogPostById',
    () => blogPost.getBlogPostById({ id, bodyFormat: 'storage', includeLabels: true, includeVersions: true, includeOperations: true }),
    (r) => assert.equal(r.body.storage.value, '<p>News</p>'),
  );
  const update = (number) => ({ id, body: { id: post.id, status: 'current', title: 'Client post', body: storage('<p>More news</p>'), version: { number } } });
  await step('v2 blogPost.updateBlogPost', () => blogPost.updateBlogPost(update(2)), (r) => assert.equal(r.version.number, 2));
  await refused('v2 blogPost.updateBlogPost with a stale version', 409, () => blogPost.updateBlogPost(update(2)));
  await step('v2 blogPost.getBlogPosts', () => blogPost.getBlogPosts({ spaceId: [eng] }), (r) => assert.ok(r.results.length > 0));
  await step('v2 blogPost.getBlogPostsInSpace', () => blogPost.getBlogPostsInSpace({ id: eng }), (r) => assert.ok(r.results.some((each) => each.id === post.id)));
  await step('v2 version.getBlogPostVersions', () => v2.version.getBlogPostVersions({ id }), (r) => assert.equal(r.results.length, 2));
  await step('v2 operation.getBlogPostOperations', () => v2.operation.getBlogPostOperations({ id }), (r) => assert.ok(r.operations.length > 0));
  await step('v1 contentLabels.addLabelsToContent (post)', () => v1.contentLabels.addLabelsToContent({ id: post.id, body: [{ prefix: 'global', name: 'news' }] }));
  await step('v2 label.getBlogPostLabels', () => v2.label.getBlogPostLabels({ id }), (r) => assert.equal(r.results[0].name, 'news'));
  await step('v2 like.getBlogPostLikeCount', () => v2.like.getBlogPostLikeCount({ id }), (r) => assert.equal(r.count, 0));
  await step('v2 comment.createFooterComment (post)', () => v2.comment.createFooterComment({ blogPostId: post.id, body: storage('<p>Good</p>') }));
  await step('v2 comment.getBlogPostFooterComments', () => v2.comment.getBlogPostFooterComments({ id }), (r) => assert.equal(r.results.length, 1));
  await step('v2 contentProperties.createBlogpostProperty', () => v2.contentProperties.createBlogpostProperty({ blogpostId: id, key: 'sent', value: true }));
  await step('v2 attachment.getBlogpostAttachments', () => v2.attachment.getBlogpostAttachments({ id }), (r) => assert.equal(r.results.length, 0));
  await step('v2 blogPost.deleteBlogPost', () => blogPost.deleteBlogPost({ id }));
  await refused('v2 blogPost.getBlogPostById of a trashed post', 404, () => blogPost.getBlogPostById({ id }));
}
