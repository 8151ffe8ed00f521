import assert from 'node:assert/strict';

export default async function issues(team) {
  const { ask, refused, bob, charlie, version } = team;
  const fields = {
    project: { key: 'ENG' },
    issuetype: { name: 'Task' },
    summary: 'By jira-client',
    description: '||a||b||\n|1|2|',
    assignee: { name: 'bob' },
    fixVersions: [{ id: version }],
    labels: ['client'],
  };
  const made = await bob.ask('addNewIssue', [{ fields }], (r) => assert.match(r.key, /^ENG-\d+$/));
  team.key = made.key;
  team.id = made.id;
  const other = await ask('addNewIssue, another', [{ fields: { ...fields, summary: 'Another' } }]);
  team.other = other.key;
  await refused('addNewIssue without a summary', /You must specify a summary of the issue\./, [{ fields: { ...fields, summary: '' } }]);
  await refused('addNewIssue with an assignee who is nobody', /User 'nobody' does not exist\./, [{ fields: { ...fields, assignee: { name: 'nobody' } } }]);
  await charlie.refused('addNewIssue by a reader', /errorMessages/, [{ fields }]);
  await ask('findIssue', [made.key, 'names,renderedFields,changelog', '*all'], (r) => {
    assert.equal(r.fields.description, fields.description);
    assert.deepEqual([r.fields.assignee.name, r.fields.reporter.name], ['bob', 'bob']);
  });
  await ask('getIssue of the boards', [made.key, ['summary', 'sprint']], (r) => assert.equal(r.key, made.key));
  await refused('findIssue that is not there', /Issue Does Not Exist|Issue does not exist/, ['ENG-99999']);
  await ask('updateIssue', [made.key, { fields: { summary: 'By jira-client, changed' }, update: { labels: [{ add: 'changed' }] } }]);
  await refused('updateIssue with a field that is not there', /customfield_99999/, [made.key, { fields: { customfield_99999: 1 } }]);
  await ask('updateAssignee', [made.key, 'alice']);
  await refused('updateAssigneeWithId, by an account id, which Data Center does not know', /name/, [made.key, '557058:nobody']);
  const ways = await ask('listTransitions', [made.key], (r) => assert.ok(r.transitions.length > 1));
  await ask('transitionIssue', [made.key, { transition: { id: ways.transitions.find((each) => each.name === 'In Progress').id } }]);
  await refused('transitionIssue that is not there', /workflow operation that is not valid/, [made.key, { transition: { id: '999' } }]);
  await ask('findIssue in progress', [made.key], (r) => assert.equal(r.fields.status.name, 'In Progress'));
  const third = await ask('addNewIssue, a third', [{ fields }]);
  await charlie.refused('deleteIssue by a reader', /permission/, [third.key]);
  await ask('deleteIssue', [third.key]);
}
