import assert from 'node:assert/strict';

export default async function issues(team) {
  const { ask, refused, charlie, as, bob, version } = team;
  const fields = {
    project: { key: 'ENG' },
    issuetype: { name: 'Task' },
    summary: 'By jira.js 2',
    description: 'h1. A heading\n\n* a list with *bold* words',
    labels: ['client'],
    fixVersions: [{ id: version }],
    assignee: as(bob),
    customfield_10016: 3,
  };
  const made = await ask('issues.createIssue', { fields }, (r) => assert.match(r.key, /^ENG-\d+$/));
  const issueIdOrKey = (team.key = made.key);
  await refused('issues.createIssue without a type', 400, { fields: { ...fields, issuetype: undefined } });
  await refused('issues.createIssue with an assignee who is nobody', 400, { fields: { ...fields, assignee: { name: 'nobody', accountId: 'nobody' } } });
  await charlie.refused('issues.createIssue by a reader', 403, { fields });
  const several = await ask('issues.createIssues', { issueUpdates: [{ fields }, { fields: { ...fields, summary: 'The second' } }] }, (r) => assert.equal(r.issues.length, 2));
  team.other = several.issues[0].key;
  await ask('issues.getIssue', { issueIdOrKey, expand: 'renderedFields,names,changelog,transitions' }, (r) => {
    assert.equal(r.fields.description, fields.description);
    assert.match(r.renderedFields.description, /<h1/);
    assert.equal(r.fields.assignee.displayName, 'Bob');
  });
  await refused('issues.getIssue that is not there', 404, { issueIdOrKey: 'ENG-99999' });
  await ask('issues.getEditIssueMeta', { issueIdOrKey }, (r) => assert.ok(r.fields.summary));
  await ask('issues.editIssue', { issueIdOrKey, fields: { summary: 'By jira.js 2, changed' }, update: { labels: [{ add: 'changed' }] } });
  await refused('issues.editIssue with a summary of two lines', 400, { issueIdOrKey, fields: { summary: 'a\nb' } });
  await ask('issues.assignIssue', { issueIdOrKey, ...as(team.alice) });
  const ways = await ask('issues.getTransitions', { issueIdOrKey, expand: 'transitions.fields' }, (r) => assert.ok(r.transitions.length > 1));
  await ask('issues.doTransition', { issueIdOrKey, transition: { id: ways.transitions.find((each) => each.name === 'In Progress').id } });
  await refused('issues.doTransition that is not there', 400, { issueIdOrKey, transition: { id: '999' } });
  await ask('issues.getIssue with its history', { issueIdOrKey, expand: 'changelog' }, (r) => assert.ok(r.changelog.histories.some((each) => each.items.some((item) => item.toString === 'In Progress'))));
  await charlie.refused('issues.deleteIssue by a reader', 403, { issueIdOrKey: several.issues[1].key });
  await ask('issues.deleteIssue', { issueIdOrKey: several.issues[1].key });
}
