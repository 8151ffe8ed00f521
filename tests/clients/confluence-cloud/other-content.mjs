import assert from 'node:assert/strict';
import { refused, step } from '../steps.mjs';
import { storage } from './bodies.mjs';

/** Folders, whiteboards, databases, Smart Links and apps' own content. */
export default async function otherContent({ v2, eng, childId, child }) {
  const spaceId = String(eng);
  const folder = await step('v2 folder.createFolder', () => v2.folder.createFolder({ body: { spaceId, title: 'Client folder' } }));
  await step('v2 folder.getFolderById', () => v2.folder.getFolderById({ id: Number(folder.id) }), (r) => assert.equal(r.type, 'folder'));
  await step(
    'v2 page.createPage (in a folder)',
    () => v2.page.createPage({ body: { spaceId, status: 'current', title: 'Client page in a folder', parentId: folder.id, body: storage('<p>x</p>') } }),
    (r) => assert.equal(r.parentType, 'folder'),
  );
  await step(
    'v2 children.getFolderDirectChildren',
    () => v2.children.getFolderDirectChildren({ id: Number(folder.id) }),
    (r) => assert.equal(r.results[0].title, 'Client page in a folder'),
  );
  await step('v2 folder.deleteFolder', () => v2.folder.deleteFolder({ id: Number(folder.id) }));
  await refused('v2 folder.getFolderById of a deleted folder', 404, () => v2.folder.getFolderById({ id: Number(folder.id) }));

  const board = await step('v2 whiteboard.createWhiteboard', () => v2.whiteboard.createWhiteboard({ body: { spaceId, title: 'Client board' } }));
  await step('v2 whiteboard.getWhiteboardById', () => v2.whiteboard.getWhiteboardById({ id: Number(board.id) }), (r) => assert.equal(r.title, 'Client board'));
  await step('v2 whiteboard.deleteWhiteboard', () => v2.whiteboard.deleteWhiteboard({ id: Number(board.id) }));

  const database = await step('v2 database.createDatabase', () => v2.database.createDatabase({ body: { spaceId, title: 'Client database', parentId: child.id } }));
  await step('v2 database.getDatabaseById', () => v2.database.getDatabaseById({ id: Number(database.id) }), (r) => assert.equal(r.parentId, child.id));
  await step('v2 ancestors.getDatabaseAncestors', () => v2.ancestors.getDatabaseAncestors({ id: Number(database.id) }), (r) => assert.equal(r.results.at(-1).id, child.id));
  await step('v2 operation.getDatabaseOperations', () => v2.operation.getDatabaseOperations({ id: Number(database.id) }), (r) => assert.ok(r.operations.length > 0));
  await step('v2 database.deleteDatabase', () => v2.database.deleteDatabase({ id: Number(database.id) }));

  const link = await step(
    'v2 smartLink.createSmartLink',
    () => v2.smartLink.createSmartLink({ body: { spaceId, title: 'Client link', embedUrl: 'https://example.com/' } }),
  );
  await step('v2 smartLink.getSmartLinkById', () => v2.smartLink.getSmartLinkById({ id: Number(link.id) }), (r) => assert.equal(r.embedUrl, 'https://example.com/'));
  await step('v2 smartLink.deleteSmartLink', () => v2.smartLink.deleteSmartLink({ id: Number(link.id) }));

  const type = 'ac:client-app:note';
  const note = await step(
    'v2 customContent.createCustomContent',
    () => v2.customContent.createCustomContent({ body: { type, status: 'current', pageId: child.id, title: 'Client note', body: storage('<p>Note</p>') } }),
  );
  const id = Number(note.id);
  await step('v2 customContent.getCustomContentById', () => v2.customContent.getCustomContentById({ id, bodyFormat: 'storage' }), (r) => {
    assert.equal(r.body.storage.value, '<p>Note</p>');
  });
  await step(
    'v2 customContent.getCustomContentByTypeInPage',
    () => v2.customContent.getCustomContentByTypeInPage({ id: childId, type }),
    (r) => assert.equal(r.results[0].id, note.id),
  );
  await step(
    'v2 customContent.updateCustomContent',
    () => v2.customContent.updateCustomContent({
      id,
      body: { id: note.id, type, status: 'current', pageId: child.id, title: 'Client note', body: storage('<p>Noted</p>'), version: { number: 2 } },
    }),
    (r) => assert.equal(r.version.number, 2),
  );
  await step('v2 customContent.deleteCustomContent', () => v2.customContent.deleteCustomContent({ id }));
}
