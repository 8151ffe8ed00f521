import assert from 'node:assert/strict';
import { refused, step } from '../steps.mjs';
import { storage } from './bodies.mjs';

export default async function pages(site) {
  const { alice: { content }, charlie, diana } = site;
  const page = (title, body, more = {}) => ({ type: 'page', title, space: { key: 'ENG' }, body: storage(body), ...more });
  const parent = await step('content.createContent', () => content.createContent(page('Client parent', '<p>Parent</p>')), (r) => assert.equal(r.version.number, 1));
  const child = await step(
    'content.createContent (below a page)',
    () => content.createContent(page('Client child', '<p>Findable aardvark text</p>', { ancestors: [{ id: parent.id }] })),
  );
  Object.assign(site, { parent, child });

  const expand = [
    'body.storage',
    'body.view',
    'body.export_view',
    'version',
    'space',
    'ancestors',
    'history.lastUpdated',
    'metadata.labels',
    'children.page',
    'restrictions.read.restrictions.user',
  ];
  await step('content.getContentById', () => content.getContentById({ id: child.id, expand }), (r) => {
    assert.equal(r.body.storage.value, '<p>Findable aardvark text</p>');
    assert.equal(r.ancestors.at(-1).id, parent.id);
  });
  await refused('content.getContentById of nothing', 404, () => content.getContentById({ id: '999999999' }));
  const [hidden] = (await content.getContent({ spaceKey: 'HR', limit: 1 })).results;
  await refused('content.getContentById hidden from the user', 404, () => diana.content.getContentById({ id: hidden.id }));
  await step(
    'content.getContent by title',
    () => content.getContent({ spaceKey: 'ENG', title: 'Client child', type: 'page', expand: ['version'] }),
    (r) => assert.equal(r.results[0].id, child.id),
  );
  await step('content.getContent (pages of a list)', () => content.getContent({ spaceKey: 'ENG', type: 'page', start: 5, limit: 5 }), (r) => {
    assert.equal(r.start, 5);
    assert.equal(r.results.length, 5);
    assert.ok(r._links.next);
    assert.ok(r._links.prev);
  });

  const update = (number, body) => ({ id: child.id, type: 'page', title: 'Client child', version: { number, message: 'By a client' }, body: storage(body) });
  await step('content.updateContent', () => content.updateContent(update(2, '<p>Second aardvark text</p>')), (r) => assert.equal(r.version.number, 2));
  await refused('content.updateContent with a stale version', 409, () => content.updateContent(update(2, '<p>x</p>')));
  await refused('content.createContent with a title in use', 400, () => content.createContent(page('Client child', '<p>x</p>')));
  await refused('content.createContent with malformed storage', 400, () => content.createContent(page('Malformed', '<p>open')));
  await refused('content.createContent by a reader', 403, () => charlie.content.createContent(page('By a reader', '<p>x</p>')));
  await step(
    'content.createContent (blog post)',
    () => content.createContent({ ...page('Client post', '<p>News</p>'), type: 'blogpost' }),
    (r) => assert.equal(r.type, 'blogpost'),
  );
  await step('content.getContent (blog posts)', () => content.getContent({ spaceKey: 'ENG', type: 'blogpost' }), (r) => {
    assert.ok(r.results.some((post) => post.title === 'Client post'));
  });
  await step('content.getHistoryForContent', () => content.getHistoryForContent({ id: child.id }), (r) => assert.equal(r.createdBy.username, 'alice'));
  await step(
    'content.getContentById of a past version',
    () => content.getContentById({ id: child.id, status: ['historical'], version: 1, expand: ['body.storage'] }),
    (r) => assert.match(r.body.storage.value, /Findable/),
  );
}
