import assert from 'node:assert/strict';

export default async function filters({ ask, refused, charlie }) {
  const made = await ask('filters.createFilter', { name: 'Open at the quay', jql: 'project = ENG AND resolution IS EMPTY', description: 'By a client', favourite: true }, (r) => assert.equal(r.favourite, true));
  const id = Number(made.id);
  await refused('filters.createFilter with a query that is none', 400, { name: 'Broken', jql: 'project = ' });
  await refused('filters.createFilter without a name', 400, { jql: 'project = ENG' });
  await ask('filters.getFilter', { id, expand: 'sharedUsers' }, (r) => assert.equal(r.name, 'Open at the quay'));
  await charlie.refused('filters.getFilter that is not there', 400, { id: 99999 });
  await ask('filters.getFavouriteFilters', {}, (r) => assert.ok(r.some((each) => each.id === made.id)));
  await ask('filters.getMyFilters', {}, (r) => assert.ok(r.some((each) => each.id === made.id)));
  await ask('filters.getFiltersPaginated', { filterName: 'quay', expand: 'jql,owner' }, (r) => assert.equal(r.values[0].jql, 'project = ENG AND resolution IS EMPTY'));
  await ask('issueSearch.searchAndReconsileIssuesUsingJql by a filter', { jql: 'filter = "Open at the quay"', maxResults: 3 }, (r) => assert.equal(r.issues.length, 3));
}
