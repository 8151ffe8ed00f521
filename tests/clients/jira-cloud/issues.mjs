import assert from 'node:assert/strict';
import { text } from './texts.mjs';

const project = { key: 'ENG' };

export default async function issues(team) {
  const { ask, refused, charlie, bobId, version, component } = team;
  await ask('issues.getCreateIssueMetaIssueTypes', { projectIdOrKey: 'ENG' }, (r) => assert.ok(r.issueTypes.some((each) => each.name === 'Bug')));
  await refused('issues.getCreateIssueMetaIssueTypes of a project that is not there', 400, { projectIdOrKey: 'NOPE' });
  await ask(
    'issues.getCreateIssueMetaIssueTypeId',
    { projectIdOrKey: 'ENG', issueTypeId: '10004' },
    (r) => assert.deepEqual(r.fields.find((each) => each.key === 'priority').allowedValues.length, 5),
  );

  const fields = {
    project,
    issuetype: { name: 'Task' },
    summary: 'By jira.js',
    description: text('A description'),
    labels: ['client'],
    components: [{ id: component }],
    fixVersions: [{ id: version }],
    assignee: { id: bobId },
    priority: { name: 'High' },
    duedate: '2026-12-24',
    customfield_10016: 5,
    timetracking: { originalEstimate: '1d', remainingEstimate: '4h' },
  };
  const made = await ask('issues.createIssue', { fields }, (r) => assert.match(r.key, /^ENG-\d+$/));
  const issueIdOrKey = (team.key = made.key);
  team.id = made.id;
  const second = await ask('issues.createIssue with a description in wiki markup', { fields: { ...fields, description: 'h1. A heading' } });
  team.other = second.key;
  team.otherId = second.id;
  await refused('issues.createIssue without a summary', 400, { fields: { ...fields, summary: undefined } });
  await refused('issues.createIssue with a priority that is not there', 400, { fields: { ...fields, priority: { name: 'Whatever' } } });
  await charlie.refused('issues.createIssue by a reader', 403, { fields });
  const several = await ask(
    'issues.createIssues, one of them wrong',
    { issueUpdates: [{ fields: { ...fields, summary: 'One of two' } }, { fields: { ...fields, summary: '' } }] },
    (r) => assert.deepEqual([r.issues.length, r.errors[0].failedElementNumber], [1, 1]),
  );
  const subtask = await ask('issues.createIssue below another', { fields: { project, issuetype: { name: 'Sub-task' }, parent: { key: made.key }, summary: 'A part' } });

  await ask(
    'issues.getIssue with everything',
    { issueIdOrKey, expand: 'renderedFields,names,schema,transitions,operations,editmeta,changelog,versionedRepresentations' },
    (r) => assert.deepEqual([r.fields.summary, r.fields.subtasks[0].key, r.names.customfield_10016], ['By jira.js', subtask.key, 'Story Points']),
  );
  await ask('issues.getIssue with some fields', { issueIdOrKey, fields: ['summary', 'status'] }, (r) => assert.deepEqual(Object.keys(r.fields).sort(), ['status', 'summary']));
  await refused('issues.getIssue that is not there', 404, { issueIdOrKey: 'ENG-99999' });
  await ask('issues.bulkFetchIssues', { issueIdsOrKeys: [made.key, second.key, 'ENG-99999'], fields: ['summary'] }, (r) => assert.equal(r.issues.length, 2));

  await ask('issues.getEditIssueMeta', { issueIdOrKey }, (r) => assert.ok(r.fields.summary.operations.includes('set')));
  await ask('issues.editIssue', { issueIdOrKey, fields: { summary: 'By jira.js, changed' }, update: { labels: [{ add: 'changed' }] } });
  await ask('issues.editIssue that gives it back', { issueIdOrKey, returnIssue: true, fields: { duedate: null } }, (r) => assert.equal(r.fields.summary, 'By jira.js, changed'));
  await refused('issues.editIssue with a field that is not on the screen', 400, { issueIdOrKey, fields: { customfield_99999: 1 } });
  await refused('issues.editIssue that is not there', 404, { issueIdOrKey: 'ENG-99999', fields: { summary: 'x' } });
  await charlie.refused('issues.editIssue by a reader', 403, { issueIdOrKey, fields: { summary: 'x' } });
  await ask('issues.assignIssue to nobody', { issueIdOrKey, accountId: null });
  await ask('issues.assignIssue', { issueIdOrKey, accountId: bobId });
  await charlie.refused('issues.assignIssue by a reader', 403, { issueIdOrKey, accountId: bobId });

  const ways = await ask('issues.getTransitions', { issueIdOrKey, expand: 'transitions.fields' }, (r) => assert.ok(r.transitions.length > 0));
  const done = ways.transitions.find((each) => each.name === 'Done');
  await refused('issues.doTransition without a field that is required', 400, { issueIdOrKey, transition: { id: done.id } });
  await refused('issues.doTransition that is not there', 400, { issueIdOrKey, transition: { id: '999' } });
  await ask('issues.doTransition', { issueIdOrKey, transition: { id: done.id }, fields: { resolution: { name: 'Done' } } });
  await ask('issues.getIssue that is done', { issueIdOrKey }, (r) => assert.deepEqual([r.fields.status.name, r.fields.resolution.name], ['Done', 'Done']));

  const log = await ask('issues.getChangeLogs', { issueIdOrKey }, (r) => assert.ok(r.total >= 4));
  await ask('issues.getChangeLogsByIds', { issueIdOrKey, changelogIds: [Number(log.values[0].id)] }, (r) => assert.equal(r.histories.length, 1));

  await refused('issues.deleteIssue with sub-tasks', 400, { issueIdOrKey });
  await charlie.refused('issues.deleteIssue by a reader', 403, { issueIdOrKey: several.issues[0].key });
  await ask('issues.deleteIssue', { issueIdOrKey: several.issues[0].key });
  await refused('issues.deleteIssue twice', 404, { issueIdOrKey: several.issues[0].key });
}
