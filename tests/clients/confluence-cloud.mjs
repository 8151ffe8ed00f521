// confluence.js 3.x, unchanged, against `tributary emulate`: both API versions that it offers. It validates every answer against Atlassian's description.
// node confluence-cloud.mjs http://127.0.0.1:8090
import assert from 'node:assert/strict';
import { createV1Client, createV2Client } from 'confluence.js';
import { finish, refused, step, until } from './steps.mjs';

const host = process.argv[2] ?? 'http://127.0.0.1:8090';
const as = (name) => ({ host, auth: { type: 'basic', email: `${name}@example.com`, apiToken: `${name}-token` } });
const v1 = createV1Client(as('alice'));
const v2 = createV2Client(as('alice'));
const charlie = createV2Client(as('charlie'));
const diana = createV2Client(as('diana'));
const storage = (value) => ({ representation: 'storage', value });

// Spaces
const spaces = await step('v2 space.getSpaces', () => v2.space.getSpaces({ keys: ['ENG'] }), (r) => assert.equal(r.results[0].key, 'ENG'));
const eng = Number(spaces.results[0].id);
await step('v2 space.getSpaceById', () => v2.space.getSpaceById({ id: eng, includeOperations: true, includeProperties: true, includeLabels: true }), (r) => assert.equal(r.key, 'ENG'));
await step('v2 space.createSpace', () => v2.space.createSpace({ body: { name: 'From v2', key: 'VTWO' } }), (r) => assert.equal(r.key, 'VTWO'));
await step('v1 space.createSpace', () => v1.space.createSpace({ key: 'TMP', name: 'Temporary', description: { plain: { value: 'About', representation: 'plain' } } }), (r) => assert.equal(r.key, 'TMP'));
await step('v1 space.updateSpace', () => v1.space.updateSpace({ spaceKey: 'TMP', name: 'Renamed' }), (r) => assert.equal(r.name, 'Renamed'));
const spaceTask = await step('v1 space.deleteSpace', () => v1.space.deleteSpace({ spaceKey: 'TMP' }), (r) => assert.ok(r.id));
await step('v1 longRunningTask.getTask', () => until(() => v1.longRunningTask.getTask({ id: spaceTask.id }), (r) => r.finished ?? r.successful), (r) => assert.equal(r.successful, true));
await step('v1 longRunningTask.getTasks', () => v1.longRunningTask.getTasks());
await step('v2 spaceProperties.createSpaceProperty', () => v2.spaceProperties.createSpaceProperty({ spaceId: eng, key: 'colour', value: { name: 'blue' } }));
await step('v2 spaceProperties.getSpaceProperties', () => v2.spaceProperties.getSpaceProperties({ spaceId: eng }), (r) => assert.ok(r.results.length > 0));

// Pages
const parent = await step('v2 page.createPage', () => v2.page.createPage({ body: { spaceId: String(eng), status: 'current', title: 'Client parent', body: storage('<p>Parent</p>') } }), (r) => assert.equal(r.version.number, 1));
const parentId = Number(parent.id);
const child = await step('v2 page.createPage (child)', () => v2.page.createPage({ body: { spaceId: String(eng), status: 'current', title: 'Client child', parentId: parent.id, body: storage('<p>Findable aardvark text</p><ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>Do it</ac:task-body></ac:task></ac:task-list>') } }));
const childId = Number(child.id);
for (const bodyFormat of ['storage', 'view', 'export_view', 'styled_view', 'anonymous_export_view', 'editor', 'atlas_doc_format']) {
  await step(`v2 page.getPageById (${bodyFormat})`, () => v2.page.getPageById({ id: childId, bodyFormat }), (r) => assert.ok(r.body[bodyFormat].value.length > 0));
}
await step('v2 page.getPageById (everything included)', () => v2.page.getPageById({ id: childId, includeLabels: true, includeProperties: true, includeOperations: true, includeLikes: true, includeVersions: true, includeVersion: true, includeFavoritedByCurrentUserStatus: true, includeCollaborators: true, includeDirectChildren: true }));
await step('v2 page.updatePage', () => v2.page.updatePage({ id: childId, body: { id: child.id, status: 'current', title: 'Client child', body: storage('<p>Second aardvark text</p>'), version: { number: 2, message: 'Second' } } }), (r) => assert.equal(r.version.number, 2));
await refused('v2 page.updatePage with a stale version', 409, () => v2.page.updatePage({ id: childId, body: { id: child.id, status: 'current', title: 'Client child', body: storage('<p>x</p>'), version: { number: 2 } } }));
await refused('v2 page.createPage with a title in use', 400, () => v2.page.createPage({ body: { spaceId: String(eng), status: 'current', title: 'Client child', body: storage('<p>x</p>') } }));
await refused('v2 page.createPage with malformed storage', 400, () => v2.page.createPage({ body: { spaceId: String(eng), status: 'current', title: 'Malformed', body: storage('<p>open') } }));
await refused('v2 page.createPage by a reader', 403, () => charlie.page.createPage({ body: { spaceId: String(eng), status: 'current', title: 'By a reader', body: storage('<p>x</p>') } }));
await refused('v2 page.getPageById of nothing', 404, () => v2.page.getPageById({ id: 999999999 }));
await step('v2 page.updatePageTitle', () => v2.page.updatePageTitle({ id: childId, body: { status: 'current', title: 'Client child renamed' } }), (r) => assert.equal(r.title, 'Client child renamed'));
await step('v2 page.getPages', () => v2.page.getPages({ spaceId: [eng], limit: 5, bodyFormat: 'storage' }), (r) => assert.equal(r.results.length, 5));
await step('v2 page.getPages (next cursor)', async () => {
  const first = await v2.page.getPages({ spaceId: [eng], limit: 5 });
  const cursor = new URL(first._links.next, host).searchParams.get('cursor');
  return [first, await v2.page.getPages({ spaceId: [eng], limit: 5, cursor })];
}, ([first, second]) => assert.notEqual(first.results[0].id, second.results[0].id));
await step('v2 page.getPagesInSpace', () => v2.page.getPagesInSpace({ id: eng, depth: 'root' }), (r) => assert.ok(r.results.length > 0));
await step('v2 children.getChildPages', () => v2.children.getChildPages({ id: parentId }), (r) => assert.equal(r.results[0].id, child.id));
await step('v2 children.getPageDirectChildren', () => v2.children.getPageDirectChildren({ id: parentId }), (r) => assert.equal(r.results[0].type, 'page'));
await step('v2 descendants.getPageDescendants', () => v2.descendants.getPageDescendants({ id: parentId }), (r) => assert.equal(r.results.length, 1));
await step('v2 ancestors.getPageAncestors', () => v2.ancestors.getPageAncestors({ id: childId }), (r) => assert.equal(r.results.at(-1).id, parent.id));
await step('v2 version.getPageVersions', () => v2.version.getPageVersions({ id: childId }), (r) => assert.ok(r.results.length >= 2));
await step('v2 version.getPageVersionDetails', () => v2.version.getPageVersionDetails({ pageId: childId, versionNumber: 1 }), (r) => assert.equal(r.number, 1));
await step('v1 contentVersions.restoreContentVersion', () => v1.contentVersions.restoreContentVersion({ id: child.id, operationKey: 'restore', params: { versionNumber: 1, message: 'Back to the first', restoreTitle: false } }));
await step('v1 contentVersions.deleteContentVersion', () => v1.contentVersions.deleteContentVersion({ id: child.id, versionNumber: 1 }));
await step('v2 operation.getPageOperations', () => v2.operation.getPageOperations({ id: childId }), (r) => assert.ok(r.operations.some((o) => o.operation === 'update')));
await step('v2 content.convertContentIdsToContentTypes', () => v2.content.convertContentIdsToContentTypes({ body: { contentIds: [child.id] } }), (r) => assert.equal(r.results[child.id], 'page'));

// Move and copy
await step('v1 contentChildrenAndDescendants.copyPage', () => v1.contentChildrenAndDescendants.copyPage({ id: child.id, copyLabels: true, destination: { type: 'parent_page', value: parent.id }, pageTitle: 'Client copy' }), (r) => assert.equal(r.title, 'Client copy'));
await step('v1 contentChildrenAndDescendants.movePage', () => v1.contentChildrenAndDescendants.movePage({ pageId: child.id, position: 'append', targetId: parent.id }), (r) => assert.equal(r.pageId, child.id));
const copyTask = await step('v1 contentChildrenAndDescendants.copyPageHierarchy', () => v1.contentChildrenAndDescendants.copyPageHierarchy({ id: parent.id, destinationPageId: parent.id, titleOptions: { prefix: 'Copy of ' } }));
await step('v1 longRunningTask.getTask (copy)', () => until(() => v1.longRunningTask.getTask({ id: copyTask.id }), (r) => r.finished ?? r.successful), (r) => assert.equal(r.successful, true));
await step('v1 contentChildrenAndDescendants.getDescendantsOfType', () => v1.contentChildrenAndDescendants.getDescendantsOfType({ id: parent.id, type: 'page' }), (r) => assert.ok(r.results.length > 0));

// Labels
await step('v1 contentLabels.addLabelsToContent', () => v1.contentLabels.addLabelsToContent({ id: child.id, body: [{ prefix: 'global', name: 'client-label' }, { prefix: 'global', name: 'other-label' }] }), (r) => assert.equal(r.results.length, 2));
const labels = await step('v2 label.getPageLabels', () => v2.label.getPageLabels({ id: childId }), (r) => assert.equal(r.results.length, 2));
await step('v2 page.getLabelPages', () => v2.page.getLabelPages({ id: Number(labels.results[0].id) }), (r) => assert.ok(r.results.some((page) => page.id === child.id)));
await step('v1 contentLabels.removeLabelFromContent', () => v1.contentLabels.removeLabelFromContent({ id: child.id, label: 'other-label' }));
await step('v1 contentLabels.removeLabelFromContentUsingQueryParameter', () => v1.contentLabels.removeLabelFromContentUsingQueryParameter({ id: child.id, name: 'client-label' }));

// Comments
const comment = await step('v2 comment.createFooterComment', () => v2.comment.createFooterComment({ pageId: child.id, body: storage('<p>A remark</p>') }), (r) => assert.equal(r.pageId, child.id));
const commentId = Number(comment.id);
await step('v2 comment.createFooterComment (reply)', () => v2.comment.createFooterComment({ parentCommentId: comment.id, body: storage('<p>An answer</p>') }));
await step('v2 comment.getPageFooterComments', () => v2.comment.getPageFooterComments({ id: childId, bodyFormat: 'storage' }), (r) => assert.equal(r.results.length, 1));
await step('v2 comment.getFooterCommentById', () => v2.comment.getFooterCommentById({ commentId, bodyFormat: 'storage' }));
await step('v2 comment.getFooterCommentChildren', () => v2.comment.getFooterCommentChildren({ id: commentId }), (r) => assert.equal(r.results.length, 1));
await step('v2 comment.updateFooterComment', () => v2.comment.updateFooterComment({ commentId, body: { version: { number: 2 }, body: storage('<p>A better remark</p>') } }), (r) => assert.equal(r.version.number, 2));
await step('v2 comment.deleteFooterComment', () => v2.comment.deleteFooterComment({ commentId }));
const inline = await step('v2 comment.createInlineComment', () => v2.comment.createInlineComment({ pageId: child.id, body: storage('<p>Why this word?</p>'), inlineCommentProperties: { textSelection: 'aardvark', textSelectionMatchCount: 1, textSelectionMatchIndex: 0 } }), (r) => assert.equal(r.resolutionStatus, 'open'));
await step('v2 comment.getPageInlineComments', () => v2.comment.getPageInlineComments({ id: childId }), (r) => assert.equal(r.results.length, 1));
await step('v2 comment.updateInlineComment (resolve)', () => v2.comment.updateInlineComment({ commentId: Number(inline.id), version: { number: 2 }, body: storage('<p>Why this word?</p>'), resolved: true }), (r) => assert.equal(r.resolutionStatus, 'resolved'));

// Attachments
const file = await step('v1 contentAttachments.createAttachment', () => v1.contentAttachments.createAttachment({ id: child.id, attachments: { filename: 'notes.txt', content: new Blob(['first notes'], { type: 'text/plain' }) } }), (r) => assert.equal(r.results[0].title, 'notes.txt'));
const fileId = file.results[0].id;
await refused('v1 contentAttachments.createAttachment of the same name', 400, () => v1.contentAttachments.createAttachment({ id: child.id, attachments: { filename: 'notes.txt', content: new Blob(['again']) } }));
await step('v1 contentAttachments.createOrUpdateAttachments', () => v1.contentAttachments.createOrUpdateAttachments({ id: child.id, attachments: { filename: 'notes.txt', content: new Blob(['second notes'], { type: 'text/plain' }) } }));
await step('v1 contentAttachments.updateAttachmentData', () => v1.contentAttachments.updateAttachmentData({ id: child.id, attachmentId: fileId, attachment: { filename: 'notes.txt', content: new Blob(['third notes'], { type: 'text/plain' }) } }));
await step('v1 contentAttachments.downloadAttatchment', () => v1.contentAttachments.downloadAttatchment({ id: child.id, attachmentId: fileId }));
await step('v2 attachment.getPageAttachments', () => v2.attachment.getPageAttachments({ id: childId }), (r) => assert.equal(r.results[0].id, fileId));
await step('v2 attachment.getAttachmentById', () => v2.attachment.getAttachmentById({ id: fileId, includeVersions: true, includeLabels: true }), (r) => assert.equal(r.version.number, 3));
await step('v2 version.getAttachmentVersions', () => v2.version.getAttachmentVersions({ id: fileId }), (r) => assert.equal(r.results.length, 3));
await step('v2 attachment.deleteAttachment', () => v2.attachment.deleteAttachment({ id: Number.isNaN(Number(fileId)) ? fileId : Number(fileId) }));

// Properties, likes, tasks, watches
const property = await step('v2 contentProperties.createPageProperty', () => v2.contentProperties.createPageProperty({ pageId: childId, key: 'review', value: { due: '2026-01-31' } }));
await step('v2 contentProperties.getPageContentProperties', () => v2.contentProperties.getPageContentProperties({ pageId: childId, key: 'review' }), (r) => assert.equal(r.results.length, 1));
await step('v2 contentProperties.updatePagePropertyById', () => v2.contentProperties.updatePagePropertyById({ pageId: childId, propertyId: Number(property.id), key: 'review', value: { due: '2026-02-28' }, version: { number: 2 } }), (r) => assert.equal(r.version.number, 2));
await step('v2 contentProperties.deletePagePropertyById', () => v2.contentProperties.deletePagePropertyById({ pageId: childId, propertyId: Number(property.id) }));
await step('v2 like.getPageLikeCount', () => v2.like.getPageLikeCount({ id: childId }), (r) => assert.equal(r.count, 0));
await step('v2 like.getPageLikeUsers', () => v2.like.getPageLikeUsers({ id: childId }));
const tasks = await step('v2 task.getTasks', () => v2.task.getTasks({ pageId: [childId] }), (r) => assert.ok(r.results.length > 0));
await step('v2 task.getTaskById', () => v2.task.getTaskById({ id: Number(tasks.results[0].id), bodyFormat: 'storage' }));
await step('v2 task.updateTask', () => v2.task.updateTask({ id: Number(tasks.results[0].id), body: { status: 'complete' } }), (r) => assert.equal(r.status, 'complete'));
await step('v1 contentWatches.addContentWatcher', () => v1.contentWatches.addContentWatcher({ contentId: child.id }));
await step('v1 contentWatches.getContentWatchStatus', () => v1.contentWatches.getContentWatchStatus({ contentId: child.id }), (r) => assert.equal(r.watching, true));
await step('v1 contentWatches.removeContentWatcher', () => v1.contentWatches.removeContentWatcher({ contentId: child.id }));

// Search
await step('v1 search.searchByCQL', () => v1.search.searchByCQL({ cql: 'type = page and space = ENG and text ~ "aardvark"' }), (r) => assert.ok(r.totalSize > 0));
await refused('v1 search.searchByCQL with a bad query', 400, () => v1.search.searchByCQL({ cql: 'type = = page' }));
await step('v1 content.searchContentByCQL', () => v1.content.searchContentByCQL({ cql: 'space = ENG and created > now("-900d") order by lastmodified desc', limit: 3, expand: ['version', 'space', 'body.storage'] }), (r) => assert.equal(r.results.length, 3));
await step('v1 search.searchUser', () => v1.search.searchUser({ cql: 'user.fullname ~ "Bob"' }), (r) => assert.ok(r.results.length > 0));

// Restrictions
const me = await step('v1 users.getCurrentUser', () => v1.users.getCurrentUser(), (r) => assert.ok(r.accountId));
await step('v1 contentRestrictions.updateRestrictions', () => v1.contentRestrictions.updateRestrictions({ id: child.id, body: [{ operation: 'read', restrictions: { user: [{ type: 'known', accountId: me.accountId }], group: [] } }] }));
await step('v1 contentRestrictions.getRestrictions', () => v1.contentRestrictions.getRestrictions({ id: child.id, expand: ['restrictions.user'] }), (r) => assert.ok(r.results.length > 0));
await step('v1 contentRestrictions.getRestrictionsByOperation', () => v1.contentRestrictions.getRestrictionsByOperation({ id: child.id }));
await refused('v2 page.getPageById of a restricted page', 404, () => diana.page.getPageById({ id: childId }));
await step('v1 contentRestrictions.deleteRestrictions', () => v1.contentRestrictions.deleteRestrictions({ id: child.id }));

// Users, groups, permissions
await step('v1 users.getUser', () => v1.users.getUser({ accountId: me.accountId }), (r) => assert.equal(r.accountId, me.accountId));
await step('v2 user.createBulkUserLookup', () => v2.user.createBulkUserLookup({ body: { accountIds: [me.accountId] } }), (r) => assert.equal(r.results[0].accountId, me.accountId));
await step('v1 users.getGroupMembershipsForUser', () => v1.users.getGroupMembershipsForUser({ accountId: me.accountId }), (r) => assert.ok(r.results.length > 0));
const groups = await step('v1 group.getGroups', () => v1.group.getGroups(), (r) => assert.ok(r.results.length > 0));
await step('v1 group.getGroupMembersByGroupId', () => v1.group.getGroupMembersByGroupId({ groupId: groups.results[0].id }));
await step('v1 contentPermissions.checkContentPermission', () => v1.contentPermissions.checkContentPermission({ id: child.id, subject: { type: 'user', identifier: me.accountId }, operation: 'read' }), (r) => assert.equal(r.hasPermission, true));

// Templates, conversion
const template = await step('v1 template.createContentTemplate', () => v1.template.createContentTemplate({ name: 'Minutes', templateType: 'page', body: { storage: storage('<h1>Minutes</h1>') }, space: { key: 'ENG' } }));
await step('v1 template.getContentTemplates', () => v1.template.getContentTemplates({ spaceKey: 'ENG' }), (r) => assert.ok(r.results.length > 0));
await step('v1 template.getContentTemplate', () => v1.template.getContentTemplate({ contentTemplateId: template.templateId }), (r) => assert.equal(r.name, 'Minutes'));
await step('v1 template.getBlueprintTemplates', () => v1.template.getBlueprintTemplates({}));
const conversion = await step('v1 contentBody.asyncConvertContentBodyRequest', () => v1.contentBody.asyncConvertContentBodyRequest({ to: 'export_view', representation: 'storage', value: '<p>To convert</p>' }));
await step('v1 contentBody.asyncConvertContentBodyResponse', () => until(() => v1.contentBody.asyncConvertContentBodyResponse({ id: conversion.asyncId }), (r) => r.status === 'COMPLETED'), (r) => assert.match(r.value, /To convert/));

// Other content
const post = await step('v2 blogPost.createBlogPost', () => v2.blogPost.createBlogPost({ body: { spaceId: String(eng), status: 'current', title: 'Client post', body: storage('<p>News</p>') } }));
await step('v2 blogPost.getBlogPostById', () => v2.blogPost.getBlogPostById({ id: Number(post.id), bodyFormat: 'storage' }));
await step('v2 blogPost.updateBlogPost', () => v2.blogPost.updateBlogPost({ id: Number(post.id), body: { id: post.id, status: 'current', title: 'Client post', body: storage('<p>More news</p>'), version: { number: 2 } } }), (r) => assert.equal(r.version.number, 2));
await step('v2 blogPost.getBlogPosts', () => v2.blogPost.getBlogPosts({ spaceId: [eng] }), (r) => assert.ok(r.results.length > 0));
const folder = await step('v2 folder.createFolder', () => v2.folder.createFolder({ body: { spaceId: String(eng), title: 'Client folder' } }));
await step('v2 folder.getFolderById', () => v2.folder.getFolderById({ id: Number(folder.id) }), (r) => assert.equal(r.type, 'folder'));
await step('v2 whiteboard.createWhiteboard', () => v2.whiteboard.createWhiteboard({ body: { spaceId: String(eng), title: 'Client board' } }));

// Trash
await step('v2 page.deletePage', () => v2.page.deletePage({ id: childId }));
await step('v2 page.getPages (trashed)', () => v2.page.getPages({ status: ['trashed'], spaceId: [eng] }), (r) => assert.ok(r.results.some((page) => page.id === child.id)));
await step('v2 page.updatePage (restore)', async () => {
  const trashed = await v2.page.getPageById({ id: childId, status: ['trashed'] });
  return v2.page.updatePage({ id: childId, body: { id: child.id, status: 'current', title: trashed.title, body: storage('<p>ignored</p>'), version: { number: trashed.version.number + 1 } } });
}, (r) => assert.equal(r.status, 'current'));
await step('v2 page.deletePage (purge)', async () => {
  await v2.page.deletePage({ id: childId });
  await v2.page.deletePage({ id: childId, purge: true });
});
await refused('v2 page.getPageById of a purged page', 404, () => v2.page.getPageById({ id: childId }));

finish(40);
