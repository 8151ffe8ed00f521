// confluence.js 2.x with a personal access token against `tributary emulate --deployment data-center`.
// node confluence-data-center.mjs http://127.0.0.1:8090
import assert from 'node:assert/strict';
import { ConfluenceClient } from 'confluence.js-2';
import { finish, refused, step, until } from './steps.mjs';

const host = process.argv[2] ?? 'http://127.0.0.1:8090';
const as = (name) => new ConfluenceClient({ host, apiPrefix: '/rest', authentication: { oauth2: { accessToken: `${name}-pat` } } });
const alice = as('alice');
const charlie = as('charlie');
const diana = as('diana');
const storage = (value) => ({ storage: { value, representation: 'storage' } });

// Spaces
await step('space.getSpaces', () => alice.space.getSpaces({ limit: 10 }), (r) => assert.ok(r.results.some((space) => space.key === 'ENG')));
await step('space.getSpace', () => alice.space.getSpace({ spaceKey: 'ENG', expand: ['description.plain', 'homepage'] }), (r) => assert.equal(r.key, 'ENG'));
await step('space.createSpace', () => alice.space.createSpace({ key: 'TMP', name: 'Temporary' }), (r) => assert.equal(r.key, 'TMP'));
await step('space.updateSpace', () => alice.space.updateSpace({ spaceKey: 'TMP', name: 'Renamed' }), (r) => assert.equal(r.name, 'Renamed'));
const spaceTask = await step('space.deleteSpace', () => alice.space.deleteSpace({ spaceKey: 'TMP' }), (r) => assert.ok(r.id));
await step('longRunningTask.getTask', () => until(() => alice.longRunningTask.getTask({ id: spaceTask.id }), (r) => r.percentageComplete === 100), (r) => assert.equal(r.successful, true));
await step('space.getContentForSpace', () => alice.space.getContentForSpace({ spaceKey: 'ENG', limit: 3 }), (r) => assert.ok(r.page.results.length > 0));
await step('space.getContentByTypeForSpace', () => alice.space.getContentByTypeForSpace({ spaceKey: 'ENG', type: 'page', limit: 3 }), (r) => assert.equal(r.results.length, 3));
await refused('space.getSpace hidden from the user', 404, () => diana.space.getSpace({ spaceKey: 'HR' }));

// Content
const parent = await step('content.createContent', () => alice.content.createContent({ type: 'page', title: 'Client parent', space: { key: 'ENG' }, body: storage('<p>Parent</p>') }), (r) => assert.equal(r.version.number, 1));
const child = await step('content.createContent (child)', () => alice.content.createContent({ type: 'page', title: 'Client child', space: { key: 'ENG' }, ancestors: [{ id: parent.id }], body: storage('<p>Findable aardvark text</p>') }));
await step('content.getContentById', () => alice.content.getContentById({ id: child.id, expand: ['body.storage', 'body.view', 'version', 'space', 'ancestors', 'history.lastUpdated', 'metadata.labels', 'children.page', 'restrictions.read.restrictions.user'] }), (r) => {
  assert.equal(r.body.storage.value, '<p>Findable aardvark text</p>');
  assert.equal(r.ancestors.at(-1).id, parent.id);
});
await step('content.getContent by title', () => alice.content.getContent({ spaceKey: 'ENG', title: 'Client child', type: 'page', expand: ['version'] }), (r) => assert.equal(r.results[0].id, child.id));
await step('content.getContent (pages of a list)', () => alice.content.getContent({ spaceKey: 'ENG', type: 'page', start: 5, limit: 5 }), (r) => {
  assert.equal(r.start, 5);
  assert.equal(r.results.length, 5);
  assert.ok(r._links.next);
});
await step('content.updateContent', () => alice.content.updateContent({ id: child.id, type: 'page', title: 'Client child', version: { number: 2, message: 'Second' }, body: storage('<p>Second aardvark text</p>') }), (r) => assert.equal(r.version.number, 2));
await refused('content.updateContent with a stale version', 409, () => alice.content.updateContent({ id: child.id, type: 'page', title: 'Client child', version: { number: 2 }, body: storage('<p>x</p>') }));
await refused('content.createContent with a title in use', 400, () => alice.content.createContent({ type: 'page', title: 'Client child', space: { key: 'ENG' }, body: storage('<p>x</p>') }));
await refused('content.createContent with malformed storage', 400, () => alice.content.createContent({ type: 'page', title: 'Malformed', space: { key: 'ENG' }, body: storage('<p>open') }));
await refused('content.createContent by a reader', 403, () => charlie.content.createContent({ type: 'page', title: 'By a reader', space: { key: 'ENG' }, body: storage('<p>x</p>') }));
await refused('content.getContentById of nothing', 404, () => alice.content.getContentById({ id: '999999999' }));
await step('content.getHistoryForContent', () => alice.content.getHistoryForContent({ id: child.id }), (r) => assert.ok(r.createdBy));
await step('content.getContentById of a past version', () => alice.content.getContentById({ id: child.id, status: ['historical'], version: 1, expand: ['body.storage'] }), (r) => assert.match(r.body.storage.value, /Findable/));

// Tree
await step('contentChildrenAndDescendants.getContentChildren', () => alice.contentChildrenAndDescendants.getContentChildren({ id: parent.id, expand: ['page'] }), (r) => assert.equal(r.page.results[0].id, child.id));
await step('contentChildrenAndDescendants.getContentChildrenByType', () => alice.contentChildrenAndDescendants.getContentChildrenByType({ id: parent.id, type: 'page' }), (r) => assert.equal(r.results.length, 1));
await step('contentChildrenAndDescendants.getContentDescendants', () => alice.contentChildrenAndDescendants.getContentDescendants({ id: parent.id, expand: ['page'] }), (r) => assert.equal(r.page.results[0].id, child.id));
await step('contentChildrenAndDescendants.getDescendantsOfType', () => alice.contentChildrenAndDescendants.getDescendantsOfType({ id: parent.id, type: 'page' }), (r) => assert.equal(r.results.length, 1));
await step('content.updateContent (move)', () => alice.content.updateContent({ id: child.id, type: 'page', title: 'Client child', version: { number: 3 }, ancestors: [{ id: parent.id }], body: storage('<p>Third aardvark text</p>') }));

// Labels
await step('contentLabels.addLabelsToContent', () => alice.contentLabels.addLabelsToContent({ id: child.id, body: [{ prefix: 'global', name: 'client-label' }, { prefix: 'global', name: 'other-label' }] }), (r) => assert.equal(r.results.length, 2));
await step('contentLabels.getLabelsForContent', () => alice.contentLabels.getLabelsForContent({ id: child.id }), (r) => assert.equal(r.results.length, 2));
await step('contentLabels.removeLabelFromContent', () => alice.contentLabels.removeLabelFromContent({ id: child.id, label: 'other-label' }));
await step('contentLabels.removeLabelFromContentUsingQueryParameter', () => alice.contentLabels.removeLabelFromContentUsingQueryParameter({ id: child.id, name: 'client-label' }));

// Comments
const comment = await step('content.createContent (comment)', () => alice.content.createContent({ type: 'comment', container: { id: child.id, type: 'page' }, body: storage('<p>A remark</p>') }), (r) => assert.equal(r.type, 'comment'));
await step('content.createContent (reply)', () => alice.content.createContent({ type: 'comment', container: { id: child.id, type: 'page' }, ancestors: [{ id: comment.id }], body: storage('<p>An answer</p>') }));
await step('contentComments.getContentComments', () => alice.contentComments.getContentComments({ id: child.id, depth: 'all', expand: ['body.storage', 'extensions.resolution'] }), (r) => assert.equal(r.results.length, 2));
await step('content.updateContent (comment)', () => alice.content.updateContent({ id: comment.id, type: 'comment', version: { number: 2 }, body: storage('<p>A better remark</p>') }), (r) => assert.equal(r.version.number, 2));

// Attachments
const file = await step('contentAttachments.createAttachments', () => alice.contentAttachments.createAttachments({ id: child.id, attachments: { file: Buffer.from('first notes'), filename: 'notes.txt', minorEdit: true, contentType: 'text/plain', comment: 'First' } }), (r) => assert.equal(r.results[0].title, 'notes.txt'));
const fileId = file.results[0].id;
await refused('contentAttachments.createAttachments of the same name', 400, () => alice.contentAttachments.createAttachments({ id: child.id, attachments: { file: Buffer.from('again'), filename: 'notes.txt', minorEdit: true } }));
await step('contentAttachments.getAttachments', () => alice.contentAttachments.getAttachments({ id: child.id, filename: 'notes.txt', expand: ['version'] }), (r) => assert.equal(r.results[0].id, fileId));
await step('contentAttachments.updateAttachmentData', () => alice.contentAttachments.updateAttachmentData({ id: child.id, attachmentId: fileId, attachment: { file: Buffer.from('second notes'), filename: 'notes.txt', minorEdit: true, contentType: 'text/plain' } }));
await step('contentAttachments.updateAttachmentProperties', () => alice.contentAttachments.updateAttachmentProperties({ id: child.id, attachmentId: fileId, update: { id: fileId, type: 'attachment', title: 'renamed.txt', version: { number: 2 } } }));

// Properties
await step('contentProperties.createContentProperty', () => alice.contentProperties.createContentProperty({ id: child.id, key: 'review', value: { due: '2026-01-31' } }), (r) => assert.equal(r.key, 'review'));
await step('contentProperties.getContentProperties', () => alice.contentProperties.getContentProperties({ id: child.id }), (r) => assert.equal(r.results.length, 1));
await step('contentProperties.getContentProperty', () => alice.contentProperties.getContentProperty({ id: child.id, key: 'review', expand: ['version'] }), (r) => assert.equal(r.value.due, '2026-01-31'));
await step('contentProperties.updateContentProperty', () => alice.contentProperties.updateContentProperty({ id: child.id, key: 'review', value: { due: '2026-02-28' }, version: { number: 2 } }), (r) => assert.equal(r.value.due, '2026-02-28'));
await refused('contentProperties.updateContentProperty with a stale version', 409, () => alice.contentProperties.updateContentProperty({ id: child.id, key: 'review', value: {}, version: { number: 2 } }));
await step('contentProperties.deleteContentProperty', () => alice.contentProperties.deleteContentProperty({ id: child.id, key: 'review' }));

// Search
await step('search.searchByCQL', () => alice.search.searchByCQL({ cql: 'type = page and space = ENG and text ~ "aardvark"' }), (r) => assert.ok(r.totalSize > 0));
await refused('search.searchByCQL with a bad query', 400, () => alice.search.searchByCQL({ cql: 'type = = page' }));
await step('content.searchContentByCQL', () => alice.content.searchContentByCQL({ cql: 'space = ENG order by lastmodified desc', limit: 3, expand: ['version', 'body.storage'] }), (r) => assert.equal(r.results.length, 3));

// Restrictions
await step('contentRestrictions.updateRestrictions', () => alice.contentRestrictions.updateRestrictions({ id: child.id, body: [{ operation: 'read', restrictions: { user: [{ type: 'known', username: 'alice' }], group: [] } }] }));
await step('contentRestrictions.getRestrictionsByOperation', () => alice.contentRestrictions.getRestrictionsByOperation({ id: child.id, expand: ['read.restrictions.user'] }), (r) => assert.ok(r.read));
await refused('content.getContentById of a restricted page', 404, () => diana.content.getContentById({ id: child.id }));

// Users, groups, watches, conversion
const me = await step('users.getCurrentUser', () => alice.users.getCurrentUser(), (r) => assert.equal(r.username, 'alice'));
await step('users.getUser', () => alice.users.getUser({ key: me.userKey }), (r) => assert.equal(r.username, 'alice'));
await step('users.getGroupMembershipsForUser', () => alice.users.getGroupMembershipsForUser({ username: 'alice' }), (r) => assert.ok(r.results.length > 0));
const groups = await step('group.getGroups', () => alice.group.getGroups(), (r) => assert.ok(r.results.length > 0));
await step('group.getGroupMembers', () => alice.group.getGroupMembers({ groupName: groups.results[0].name }), (r) => assert.ok(r.results.length > 0));
await step('contentWatches.addContentWatcher', () => alice.contentWatches.addContentWatcher({ contentId: child.id }));
await step('contentWatches.getContentWatchStatus', () => alice.contentWatches.getContentWatchStatus({ contentId: child.id }), (r) => assert.equal(r.watching, true));
await step('contentWatches.removeContentWatcher', () => alice.contentWatches.removeContentWatcher({ contentId: child.id }));
await step('contentBody.convertContentBody', () => alice.contentBody.convertContentBody({ to: 'view', value: '<p>To convert</p>', representation: 'storage' }), (r) => assert.match(r.value, /To convert/));

// Versions and trash
await step('contentVersions.deleteContentVersion', () => alice.contentVersions.deleteContentVersion({ id: child.id, versionNumber: 1 }));
await step('content.deleteContent', () => alice.content.deleteContent({ id: child.id }));
await step('content.getContent (trashed)', () => alice.content.getContent({ spaceKey: 'ENG', status: ['trashed'] }), (r) => assert.ok(r.results.some((page) => page.id === child.id)));
await step('content.deleteContent (purge)', () => alice.content.deleteContent({ id: child.id, status: 'trashed' }));
await refused('content.getContentById of a purged page', 404, () => alice.content.getContentById({ id: child.id }));

finish(40);
