import assert from 'node:assert/strict';
import { refused, step } from '../steps.mjs';

export default async function search({ alice: { search, content }, diana, child }) {
  const found = 'type = page and space = ENG and text ~ "aardvark"';
  await step('search.searchByCQL', () => search.searchByCQL({ cql: found }), (r) => {
    assert.ok(r.totalSize > 0);
    assert.match(r.results[0].excerpt, /@@@hl@@@aardvark@@@endhl@@@/);
  });
  await step(
    'search.searchByCQL (pages by start)',
    () => search.searchByCQL({ cql: 'space = ENG order by created', start: 4, limit: 4 }),
    (r) => assert.equal(r.start, 4),
  );
  await refused('search.searchByCQL with a bad query', 400, () => search.searchByCQL({ cql: 'type = = page' }));
  await refused('search.searchByCQL with an unknown field', 400, () => search.searchByCQL({ cql: 'colour = red' }));
  await step(
    'content.searchContentByCQL',
    () => content.searchContentByCQL({ cql: 'space = ENG order by lastmodified desc', limit: 3, expand: ['version', 'body.storage'] }),
    (r) => assert.equal(r.results.length, 3),
  );
  await step(
    'content.searchContentByCQL hidden from the user',
    () => diana.content.searchContentByCQL({ cql: 'space = HR' }),
    (r) => assert.equal(r.results.length, 0),
  );
  await step('content.searchContentByCQL (ids)', () => content.searchContentByCQL({ cql: `id = ${child.id}` }), (r) => assert.equal(r.results[0].id, child.id));
}
