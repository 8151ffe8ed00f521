import assert from 'node:assert/strict';
import { refused, step, until } from '../steps.mjs';
import { storage } from './bodies.mjs';

export default async function tree(site) {
  const { v1, v2, eng, parent, parentId, child, childId } = site;
  await step('v2 children.getChildPages', () => v2.children.getChildPages({ id: parentId }), (r) => assert.equal(r.results[0].id, child.id));
  await step('v2 children.getPageDirectChildren', () => v2.children.getPageDirectChildren({ id: parentId }), (r) => assert.equal(r.results[0].type, 'page'));
  await step('v2 descendants.getPageDescendants', () => v2.descendants.getPageDescendants({ id: parentId }), (r) => assert.equal(r.results.length, 1));
  await step('v2 ancestors.getPageAncestors', () => v2.ancestors.getPageAncestors({ id: childId }), (r) => assert.equal(r.results.at(-1).id, parent.id));

  await step('v2 version.getPageVersions', () => v2.version.getPageVersions({ id: childId }), (r) => assert.ok(r.results.length >= 2));
  await step('v2 version.getPageVersionDetails', () => v2.version.getPageVersionDetails({ pageId: childId, versionNumber: 1 }), (r) => assert.equal(r.number, 1));
  await step(
    'v1 contentVersions.restoreContentVersion',
    () => v1.contentVersions.restoreContentVersion({
      id: child.id,
      operationKey: 'restore',
      params: { versionNumber: 1, message: 'Back to the first', restoreTitle: false },
    }),
    (r) => assert.equal(r.message, 'Back to the first'),
  );
  await step('v1 contentVersions.deleteContentVersion', () => v1.contentVersions.deleteContentVersion({ id: child.id, versionNumber: 1 }));

  const { contentChildrenAndDescendants: pages } = v1;
  await step(
    'v1 contentChildrenAndDescendants.copyPage',
    () => pages.copyPage({ id: child.id, copyLabels: true, destination: { type: 'parent_page', value: parent.id }, pageTitle: 'Client copy' }),
    (r) => assert.equal(r.title, 'Client copy'),
  );
  await step(
    'v1 contentChildrenAndDescendants.movePage',
    () => pages.movePage({ pageId: child.id, position: 'append', targetId: parent.id }),
    (r) => assert.equal(r.pageId, child.id),
  );
  await refused('v1 contentChildrenAndDescendants.movePage in a circle', 400, () => pages.movePage({ pageId: parent.id, position: 'append', targetId: child.id }));
  const copying = await step(
    'v1 contentChildrenAndDescendants.copyPageHierarchy',
    () => pages.copyPageHierarchy({ id: parent.id, destinationPageId: parent.id, titleOptions: { prefix: 'Copy of ' } }),
  );
  await step(
    'v1 longRunningTask.getTask (copy)',
    () => until(() => v1.longRunningTask.getTask({ id: copying.id }), (r) => r.finished ?? r.successful),
    (r) => assert.equal(r.successful, true),
  );
  await step(
    'v1 contentChildrenAndDescendants.getDescendantsOfType',
    () => pages.getDescendantsOfType({ id: parent.id, type: 'page' }),
    (r) => assert.ok(r.results.length > 2),
  );
  await step('v1 contentChildrenAndDescendants.getContentDescendants', () => pages.getContentDescendants({ id: parent.id, expand: ['page'] }), (r) => assert.ok(r.page));

  const macro = '<ac:structured-macro ac:name="info" ac:macro-id="client-macro"><ac:rich-text-body><p>Said</p></ac:rich-text-body></ac:structured-macro>';
  const withMacro = await v2.page.createPage({ body: { spaceId: String(eng), status: 'current', title: 'Client macro', body: storage(macro) } });
  await step(
    'v1 contentMacroBody.getMacroBodyByMacroId',
    () => v1.contentMacroBody.getMacroBodyByMacroId({ id: withMacro.id, version: 1, macroId: 'client-macro' }),
    (r) => assert.equal(r.body, '<p>Said</p>'),
  );
  await step(
    'v1 contentMacroBody.getAndConvertMacroBodyByMacroId',
    () => v1.contentMacroBody.getAndConvertMacroBodyByMacroId({ id: withMacro.id, version: 1, macroId: 'client-macro', to: 'view' }),
    (r) => assert.match(r.value, /Said/),
  );
  await step('v1 content.archivePages', () => v1.content.archivePages({ pages: [{ id: Number(withMacro.id) }] }), (r) => assert.ok(r.id));
  await step(
    'v1 contentMacroBody.getAndAsyncConvertMacroBodyByMacroId',
    () => v1.contentMacroBody.getAndAsyncConvertMacroBodyByMacroId({ id: withMacro.id, version: 1, macroId: 'client-macro', to: 'view' }),
    (r) => assert.ok(r.asyncId),
  );
}
