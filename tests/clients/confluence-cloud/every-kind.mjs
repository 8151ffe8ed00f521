import assert from 'node:assert/strict';
import { calls } from '../steps.mjs';
import { adf, storage } from './bodies.mjs';

/** What every kind of content has: properties, versions, labels, permissions, likes, a place in the tree. */
export default async function everyKind({ v1, v2, eng }) {
  const { ask, refused } = calls(v2, 'v2 ');
  const one = calls(v1, 'v1 ');
  const spaceId = String(eng);
  const type = 'ac:client-app:kind';
  const page = await v2.page.createPage({ body: { spaceId, status: 'current', title: 'Client kinds', body: storage('<p>Words to comment on</p>') } });
  const post = await v2.blogPost.createBlogPost({ body: { spaceId, status: 'current', title: 'Client kinds', body: adf('News') } });
  const folder = await v2.folder.createFolder({ body: { spaceId, title: 'Client kinds folder' } });
  const board = await v2.whiteboard.createWhiteboard({ body: { spaceId, title: 'Client kinds board', parentId: folder.id } });
  const database = await v2.database.createDatabase({ body: { spaceId, title: 'Client kinds database' } });
  const link = await v2.smartLink.createSmartLink({ body: { spaceId, title: 'Client kinds link', embedUrl: 'https://example.com/' } });
  const custom = await v2.customContent.createCustomContent({ body: { type, status: 'current', pageId: page.id, title: 'A kind', body: storage('<p>Kind</p>') } });
  const ofPost = await v2.customContent.createCustomContent({ body: { type, status: 'current', blogPostId: post.id, title: 'A kind of news', body: storage('<p>Kind</p>') } });
  const footer = await v2.comment.createFooterComment({ pageId: page.id, body: storage('<p>Said</p>') });
  const inline = await v2.comment.createInlineComment({
    pageId: page.id,
    body: storage('<p>Why?</p>'),
    inlineCommentProperties: { textSelection: 'Words', textSelectionMatchCount: 1, textSelectionMatchIndex: 0 },
  });
  const uploaded = await v1.contentAttachments.createAttachment({ id: page.id, attachments: { filename: 'kind.txt', content: new Blob(['kind']) } });
  const attachment = uploaded.results[0];

  // The client's word for a kind, how its functions call the id, and the id.
  const kinds = [
    ['Folder', 'folderId', folder.id], ['Whiteboard', 'whiteboardId', board.id], ['Database', 'databaseId', database.id], ['SmartLink', 'embedId', link.id], ['Blogpost', 'blogpostId', post.id],
    ['CustomContent', 'customContentId', custom.id], ['Comment', 'commentId', footer.id], ['Attachment', 'attachmentId', attachment.id],
  ];
  for (const [kind, name, id] of kinds) {
    const owner = { id, [name]: id };
    const made = await ask(`contentProperties.create${kind}Property`, { ...owner, key: 'client', value: { a: 1 } }, (r) => assert.equal(r.key, 'client'));
    const at = { ...owner, propertyId: Number(made.id) };
    await ask(`contentProperties.get${kind}ContentProperties`, { ...owner, key: 'client' }, (r) => assert.equal(r.results.length, 1));
    await ask(`contentProperties.update${kind}PropertyById`, { ...at, key: 'client', value: { a: 2 }, version: { number: 2 } }, (r) => assert.equal(r.version.number, 2));
    await ask(`contentProperties.get${kind}ContentPropertiesById`, at, (r) => assert.deepEqual(r.value, { a: 2 }));
    await ask(`contentProperties.delete${kind}PropertyById`, at);
    await refused(`contentProperties.get${kind}ContentPropertiesById of one that is gone`, 404, at);
  }

  for (const [kind, id] of [['Whiteboard', board.id], ['SmartLink', link.id], ['Folder', folder.id]]) {
    await ask(`ancestors.get${kind}Ancestors`, { id: Number(id) }, (r) => assert.ok(Array.isArray(r.results)));
    await ask(`operation.get${kind}Operations`, { id: Number(id) }, (r) => assert.ok(r.operations.length > 0));
  }

  for (const [kind, id] of [['Whiteboard', board.id], ['Database', database.id], ['SmartLink', link.id]]) {
    await ask(`children.get${kind}DirectChildren`, { id: Number(id) }, (r) => assert.equal(r.results.length, 0));
    await ask(`descendants.get${kind}Descendants`, { id: Number(id) }, (r) => assert.equal(r.results.length, 0));
  }

  await ask('descendants.getFolderDescendants', { id: Number(folder.id) }, (r) => assert.equal(r.results[0].id, board.id));
  await ask('operation.getCustomContentOperations', { id: Number(custom.id) }, (r) => assert.ok(r.operations.length > 0));
  await ask('operation.getInlineCommentOperations', { id: Number(inline.id) }, (r) => assert.ok(r.operations.length > 0));

  await ask('version.getInlineCommentVersions', { id: Number(inline.id) }, (r) => assert.equal(r.results.length, 1));
  await ask('version.getInlineCommentVersionDetails', { id: Number(inline.id), versionNumber: 1 }, (r) => assert.equal(r.number, 1));
  await ask('version.getFooterCommentVersionDetails', { id: Number(footer.id), versionNumber: 1 }, (r) => assert.equal(r.number, 1));
  await ask('version.getAttachmentVersionDetails', { attachmentId: attachment.id, versionNumber: 1 }, (r) => assert.equal(r.number, 1));
  await ask('version.getBlogPostVersionDetails', { blogpostId: Number(post.id), versionNumber: 1 }, (r) => assert.equal(r.number, 1));
  await ask('version.getCustomContentVersions', { customContentId: Number(custom.id) }, (r) => assert.equal(r.results.length, 1));
  await ask('version.getCustomContentVersionDetails', { customContentId: Number(custom.id), versionNumber: 1 }, (r) => assert.equal(r.number, 1));
  await refused('version.getBlogPostVersionDetails of one that is not there', 404, { blogpostId: Number(post.id), versionNumber: 99 });

  await ask('comment.getAttachmentComments', { id: attachment.id }, (r) => assert.equal(r.results.length, 0));
  await ask('comment.getCustomContentComments', { id: Number(custom.id) }, (r) => assert.equal(r.results.length, 0));
  await ask('comment.getBlogPostInlineComments', { id: Number(post.id) }, (r) => assert.equal(r.results.length, 0));
  await ask('attachment.getCustomContentAttachments', { id: Number(custom.id) }, (r) => assert.equal(r.results.length, 0));
  await ask('customContent.getCustomContentByType', { type }, (r) => assert.equal(r.results.length, 2));
  await ask('customContent.getCustomContentByTypeInSpace', { id: eng, type }, (r) => assert.equal(r.results.length, 2));
  await ask('customContent.getCustomContentByTypeInBlogPost', { id: Number(post.id), type }, (r) => assert.equal(r.results[0].id, ofPost.id));
  await ask('children.getChildCustomContent', { id: Number(custom.id) }, (r) => assert.equal(r.results.length, 0));

  await ask('like.getBlogPostLikeUsers', { id: Number(post.id) }, (r) => assert.equal(r.results.length, 0));
  await ask('like.getFooterLikeCount', { id: Number(footer.id) }, (r) => assert.equal(r.count, 0));
  await ask('like.getFooterLikeUsers', { id: Number(footer.id) }, (r) => assert.equal(r.results.length, 0));
  await ask('like.getInlineLikeCount', { id: Number(inline.id) }, (r) => assert.equal(r.count, 0));
  await ask('like.getInlineLikeUsers', { id: Number(inline.id) }, (r) => assert.equal(r.results.length, 0));

  for (const id of [attachment.id, post.id, custom.id]) await v1.contentLabels.addLabelsToContent({ id, body: [{ prefix: 'global', name: 'client-kind' }] });
  const labelled = await ask('label.getCustomContentLabels', { id: Number(custom.id) }, (r) => assert.equal(r.results[0].name, 'client-kind'));
  const label = { id: Number(labelled.results[0].id) };
  await ask('attachment.getLabelAttachments', label, (r) => assert.equal(r.results[0].id, attachment.id));
  await ask('blogPost.getLabelBlogPosts', label, (r) => assert.equal(r.results[0].id, post.id));

  await one.ask('analytics.getViews', { contentId: page.id }, (r) => assert.equal(r.count, 0));
  await one.ask('analytics.getViewers', { contentId: page.id }, (r) => assert.equal(r.count, 0));
  await ask('attachment.getAttachmentThumbnailById', { id: attachment.id });
  const { accountId } = await v1.users.getCurrentUser();
  const toMe = [{ operation: 'update', restrictions: { user: [{ type: 'known', accountId }], group: [] } }];
  await one.ask('contentRestrictions.addRestrictions', { id: page.id, body: toMe }, (r) => assert.ok(r.results.length > 0));
}
