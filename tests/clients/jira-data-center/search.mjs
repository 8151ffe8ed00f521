import assert from 'node:assert/strict';

export default async function search({ ask, refused, key }) {
  await ask('searchJira', [`key = ${key}`, { fields: ['summary', 'status'], maxResults: 5 }], (r) => assert.deepEqual([r.total, r.issues[0].key], [1, key]));
  await ask('searchJira, its second page', ['project = ENG ORDER BY created', { startAt: 10, maxResults: 5 }], (r) => assert.deepEqual([r.startAt, r.issues.length], [10, 5]));
  await refused('searchJira of a value that is not there', /does not exist for the field 'project'/, ['project = NOPE', {}]);
  await refused('searchJira that is no query', /Error in (the )?JQL Query/, ['project = ', {}]);
  await refused('getUsersIssues, whose query names a status that this Jira lacks', /The value 'Reopened' does not exist for the field 'status'/, ['alice', true]);
  await refused('getFilter that is not there', /filter/, ['99999']);
}
