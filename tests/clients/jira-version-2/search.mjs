import assert from 'node:assert/strict';

export default async function search({ ask, refused, isCloud, key }) {
  if (isCloud) {
    await refused('issueSearch.searchForIssuesUsingJql, which Cloud has removed', 410, { jql: 'project = ENG' });
    await refused('issueSearch.searchForIssuesUsingJqlPost, which Cloud has removed', 410, { jql: 'project = ENG' });
  } else {
    await ask('issueSearch.searchForIssuesUsingJql', { jql: 'project = ENG ORDER BY created', startAt: 5, maxResults: 5 }, (r) => assert.deepEqual([r.issues.length, r.startAt], [5, 5]));
    await ask('issueSearch.searchForIssuesUsingJqlPost', { jql: `key = ${key}`, fields: ['summary'] }, (r) => assert.equal(r.total, 1));
    await refused('issueSearch.searchForIssuesUsingJql of a field that is not there', 400, { jql: 'colour = red' });
  }

  await ask('issueSearch.getIssuePickerResource', { query: 'quote' }, (r) => assert.ok(r.sections.length > 0));
  await ask('jql.getAutoComplete', undefined, (r) => assert.ok(r.jqlReservedWords.length > 10));
  await ask('jql.getFieldAutoCompleteForQueryString', { fieldName: 'priority', fieldValue: 'hi' }, (r) => assert.ok(r.results.length > 0));
  const made = await ask('filters.createFilter', { name: 'By jira.js 2', jql: 'project = ENG', favourite: true }, (r) => assert.equal(r.jql, 'project = ENG'));
  await ask('filters.getFilter', { id: Number(made.id) }, (r) => assert.equal(r.name, 'By jira.js 2'));
  await ask('filters.getFavouriteFilters', {}, (r) => assert.ok(r.some((each) => each.id === made.id)));
}
