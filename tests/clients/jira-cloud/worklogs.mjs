import assert from 'node:assert/strict';
import { text } from './texts.mjs';

export default async function worklogs({ ask, refused, charlie, key: issueIdOrKey }) {
  const work = { issueIdOrKey, timeSpent: '1h 30m', started: '2026-11-20T09:00:00.000+0000', comment: text('At the quay') };
  const made = await ask('issueWorklogs.addWorklog', { ...work, adjustEstimate: 'leave' }, (r) => assert.equal(r.timeSpentSeconds, 5400));
  await ask('issueWorklogs.addWorklog with a comment in wiki markup', { ...work, comment: 'On _board_' }, (r) => assert.equal(r.comment.type, 'doc'));
  await refused('issueWorklogs.addWorklog without a time', 400, { ...work, timeSpent: undefined });
  await charlie.refused('issueWorklogs.addWorklog by a reader', 400, work);
  await ask('issueWorklogs.getIssueWorklog', { issueIdOrKey }, (r) => assert.equal(r.total, 2));
  await ask('issueWorklogs.getWorklog', { issueIdOrKey, id: made.id }, (r) => assert.equal(r.timeSpent, '1h 30m'));
  await ask('issueWorklogs.updateWorklog', { issueIdOrKey, id: made.id, body: { timeSpent: '2h' } }, (r) => assert.equal(r.timeSpentSeconds, 7200));
  await refused('issueWorklogs.getWorklog that is not there', 404, { issueIdOrKey, id: '99999' });
  await ask('issueWorklogs.getIdsOfWorklogsModifiedSince', { since: 0 }, (r) => assert.ok(r.values.some((each) => String(each.worklogId) === made.id)));
  await ask('issueWorklogs.getWorklogsForIds', { ids: [Number(made.id)] }, (r) => assert.equal(r[0].id, made.id));
  await ask('issueWorklogs.deleteWorklog', { issueIdOrKey, id: made.id, adjustEstimate: 'auto' });
  await ask('issueWorklogs.getIdsOfWorklogsDeletedSince', { since: 0 }, (r) => assert.ok(r.values.some((each) => String(each.worklogId) === made.id)));
}
