import assert from 'node:assert/strict';
import { refused, step } from '../steps.mjs';
import { adf, storage } from './bodies.mjs';

const task = '<ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>Do it</ac:task-body></ac:task>';

export default async function pages(site) {
  const { v2, charlie, eng, host } = site;
  const page = (title, body, more = {}) => ({ body: { spaceId: String(eng), status: 'current', title, body, ...more } });
  const parent = await step('v2 page.createPage', () => v2.page.createPage(page('Client parent', storage('<p>Parent</p>'))), (r) => assert.equal(r.version.number, 1));
  const child = await step(
    'v2 page.createPage (below a page)',
    () => v2.page.createPage(page('Client child', storage(`<p>Findable aardvark text</p><ac:task-list>${task}</ac:task-list>`), { parentId: parent.id })),
    (r) => assert.equal(r.parentId, parent.id),
  );
  const id = Number(child.id);
  Object.assign(site, { parent, parentId: Number(parent.id), child, childId: id });

  for (const bodyFormat of ['storage', 'view', 'export_view', 'styled_view', 'anonymous_export_view', 'editor', 'atlas_doc_format']) {
    await step(`v2 page.getPageById (${bodyFormat})`, () => v2.page.getPageById({ id, bodyFormat }), (r) => assert.ok(r.body[bodyFormat].value.length > 0));
  }
  const everything = {
    includeLabels: true,
    includeProperties: true,
    includeOperations: true,
    includeLikes: true,
    includeVersions: true,
    includeVersion: true,
    includeFavoritedByCurrentUserStatus: true,
    includeCollaborators: true,
    includeDirectChildren: true,
  };
  await step('v2 page.getPageById (everything included)', () => v2.page.getPageById({ id, ...everything }), (r) => assert.equal(r.versions.results.length, 1));
  await refused('v2 page.getPageById of nothing', 404, () => v2.page.getPageById({ id: 999999999 }));

  const update = (title, body, number) => ({ id, body: { id: child.id, status: 'current', title, body: storage(body), version: { number, message: 'By a client' } } });
  await step('v2 page.updatePage', () => v2.page.updatePage(update('Client child', '<p>Second aardvark text</p>', 2)), (r) => assert.equal(r.version.number, 2));
  await refused('v2 page.updatePage with a stale version', 409, () => v2.page.updatePage(update('Client child', '<p>x</p>', 2)));
  await refused('v2 page.createPage with a title in use', 400, () => v2.page.createPage(page('Client child', storage('<p>x</p>'))));
  await refused('v2 page.createPage with malformed storage', 400, () => v2.page.createPage(page('Malformed', storage('<p>open'))));
  await refused('v2 page.createPage by a reader', 403, () => charlie.page.createPage(page('By a reader', storage('<p>x</p>'))));
  await step(
    'v2 page.updatePageTitle',
    () => v2.page.updatePageTitle({ id, body: { status: 'current', title: 'Client child renamed' } }),
    (r) => assert.equal(r.title, 'Client child renamed'),
  );

  const fromAdf = await step('v2 page.createPage (ADF)', () => v2.page.createPage(page('Client page in ADF', adf('Said in ADF'))));
  await step(
    'v2 page.getPageById (ADF as storage)',
    () => v2.page.getPageById({ id: Number(fromAdf.id), bodyFormat: 'storage' }),
    (r) => assert.equal(r.body.storage.value, '<p>Said in ADF</p>'),
  );
  await step('v2 page.getPageById (ADF as ADF)', () => v2.page.getPageById({ id: Number(fromAdf.id), bodyFormat: 'atlas_doc_format' }), (r) => {
    assert.equal(JSON.parse(r.body.atlas_doc_format.value).content[0].content[0].text, 'Said in ADF');
  });

  const draft = await step('v2 page.createPage (draft)', () => v2.page.createPage(page('Client draft', storage('<p>Soon</p>'), { status: 'draft' })));
  await step('v2 page.getPageById (draft)', () => v2.page.getPageById({ id: Number(draft.id), getDraft: true }), (r) => assert.equal(r.status, 'draft'));
  await step(
    'v2 page.updatePage (publish)',
    () => v2.page.updatePage({
      id: Number(draft.id),
      body: { id: draft.id, status: 'current', title: 'Client draft', body: storage('<p>Now</p>'), version: { number: 1 } },
    }),
    (r) => assert.equal(r.status, 'current'),
  );

  await step('v2 page.getPages', () => v2.page.getPages({ spaceId: [eng], limit: 5, bodyFormat: 'storage' }), (r) => assert.equal(r.results.length, 5));
  await step('v2 page.getPages (next cursor)', async () => {
    const first = await v2.page.getPages({ spaceId: [eng], limit: 5 });
    const cursor = new URL(first._links.next, host).searchParams.get('cursor');
    return [first, await v2.page.getPages({ spaceId: [eng], limit: 5, cursor })];
  }, ([first, second]) => assert.notEqual(first.results[0].id, second.results[0].id));
  await step('v2 page.getPages (by title)', () => v2.page.getPages({ spaceId: [eng], title: 'Client parent' }), (r) => assert.equal(r.results[0].id, parent.id));
  await step('v2 page.getPagesInSpace', () => v2.page.getPagesInSpace({ id: eng, depth: 'root' }), (r) => assert.ok(r.results.length > 0));
  await step('v2 operation.getPageOperations', () => v2.operation.getPageOperations({ id }), (r) => assert.ok(r.operations.some((o) => o.operation === 'update')));
  await step(
    'v2 content.convertContentIdsToContentTypes',
    () => v2.content.convertContentIdsToContentTypes({ body: { contentIds: [child.id] } }),
    (r) => assert.equal(r.results[child.id], 'page'),
  );
}
