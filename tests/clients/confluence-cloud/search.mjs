import assert from 'node:assert/strict';
import { refused, step } from '../steps.mjs';

export default async function search({ v1, host }) {
  const found = 'type = page and space = ENG and text ~ "aardvark"';
  await step('v1 search.searchByCQL', () => v1.search.searchByCQL({ cql: found }), (r) => {
    assert.ok(r.totalSize > 0);
    assert.match(r.results[0].excerpt, /@@@hl@@@aardvark@@@endhl@@@/);
  });
  await step('v1 search.searchByCQL (pages by cursor)', async () => {
    const first = await v1.search.searchByCQL({ cql: 'space = ENG order by created', limit: 4 });
    const cursor = new URL(first._links.next, host).searchParams.get('cursor');
    return [first, await v1.search.searchByCQL({ cql: 'space = ENG order by created', limit: 4, cursor })];
  }, ([first, second]) => {
    assert.equal(second.results.length, 4);
    assert.notEqual(first.results[0].content?.id, second.results[0].content?.id);
  });
  await step('v1 search.searchByCQL (spaces)', () => v1.search.searchByCQL({ cql: 'type = space' }), (r) => assert.ok(r.results.some((hit) => hit.space?.key === 'ENG')));
  await refused('v1 search.searchByCQL with a bad query', 400, () => v1.search.searchByCQL({ cql: 'type = = page' }));
  await refused('v1 search.searchByCQL with an unknown field', 400, () => v1.search.searchByCQL({ cql: 'colour = red' }));
  await step(
    'v1 content.searchContentByCQL',
    () => v1.content.searchContentByCQL({
      cql: 'space = ENG and created > now("-900d") order by lastmodified desc',
      limit: 3,
      expand: ['version', 'space', 'body.storage'],
    }),
    (r) => assert.equal(r.results.length, 3),
  );
  await step('v1 search.searchUser', () => v1.search.searchUser({ cql: 'user.fullname ~ "Bob"' }), (r) => assert.ok(r.results.length > 0));
}
