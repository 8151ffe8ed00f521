import assert from 'node:assert/strict';

export default async function search({ ask, refused, id, key }) {
  const first = await ask(
    'issueSearch.searchAndReconsileIssuesUsingJql',
    { jql: 'project = ENG ORDER BY created', maxResults: 10, fields: ['summary', 'status'] },
    (r) => assert.deepEqual([r.issues.length, r.isLast], [10, false]),
  );
  await ask(
    'issueSearch.searchAndReconsileIssuesUsingJql, its second page',
    { jql: 'project = ENG ORDER BY created', maxResults: 10, nextPageToken: first.nextPageToken },
    (r) => assert.notEqual(r.issues[0].id, first.issues[0].id),
  );
  await ask(
    'issueSearch.searchAndReconsileIssuesUsingJqlPost',
    { jql: `key = ${key} AND status WAS "To Do" AND labels = client`, fields: ['*all'], expand: 'names,changelog' },
    (r) => assert.deepEqual(r.issues.map((each) => each.key), [key]),
  );
  await refused('issueSearch.searchAndReconsileIssuesUsingJql without a bound', 400, { jql: 'ORDER BY created' });
  await refused('issueSearch.searchAndReconsileIssuesUsingJql of a field that is not there', 400, { jql: 'colour = red' });
  await refused('issueSearch.searchAndReconsileIssuesUsingJqlPost that is no query', 400, { jql: 'project = ' });
  await ask('issueSearch.countIssues', { jql: 'project = ENG' }, (r) => assert.ok(r.count > 20));
  await refused('issueSearch.countIssues that is no query', 400, { jql: 'project = ' });
  await ask('issueSearch.matchIssues', { issueIds: [Number(id)], jqls: ['project = ENG', 'project = SUP'] }, (r) => assert.deepEqual(r.matches.map((each) => each.matchedIssues.length), [1, 0]));
  await ask('issueSearch.getIssuePickerResource', { query: 'quote', currentJQL: 'project = ENG' }, (r) => assert.ok(r.sections.length > 0));
  await ask('jql.parseJqlQueries', { validation: 'strict', queries: ['project = ENG AND status != Done', 'project ='] }, (r) => assert.deepEqual([r.queries[0].structure.where.operator, r.queries[1].errors.length], ['and', 1]));
  await ask('jql.getAutoComplete', undefined, (r) => assert.ok(r.visibleFieldNames.length > 10));
  await ask('jql.getAutoCompletePost', { projectIds: [10000], includeCollapsedFields: true }, (r) => assert.ok(r.visibleFunctionNames.length > 10));
  await ask('jql.getFieldAutoCompleteForQueryString', { fieldName: 'status', fieldValue: 'in' }, (r) => assert.ok(r.results.length >= 2));
}
