import assert from 'node:assert/strict';

export default async function inside({ ask, refused, bob, isCloud, key: issueIdOrKey }) {
  const comment = await ask('issueComments.addComment', { issueIdOrKey, comment: '_slanted_', body: '_slanted_' }, (r) => assert.equal(r.body, '_slanted_'));
  await ask('issueComments.getComments', { issueIdOrKey, maxResults: 1 }, (r) => assert.equal(r.total, 1));
  await ask('issueComments.getComment', { issueIdOrKey, id: comment.id, expand: 'renderedBody' }, (r) => assert.match(r.renderedBody, /<em>/));
  await ask('issueComments.updateComment', { issueIdOrKey, id: comment.id, body: 'upright', comment: 'upright' }, (r) => assert.equal(r.body, 'upright'));
  await ask('issueComments.deleteComment', { issueIdOrKey, id: comment.id });
  await refused('issueComments.getComment that is gone', 404, { issueIdOrKey, id: comment.id });

  const work = await ask('issueWorklogs.addWorklog', { issueIdOrKey, timeSpent: '2h', comment: 'At *work*' }, (r) => assert.equal(r.comment, 'At *work*'));
  await ask('issueWorklogs.getIssueWorklog', { issueIdOrKey }, (r) => assert.equal(r.total, 1));
  await ask('issueWorklogs.getWorklog', { issueIdOrKey, id: work.id }, (r) => assert.equal(r.timeSpentSeconds, 7200));
  await ask('issueWorklogs.updateWorklog', { issueIdOrKey, id: work.id, timeSpent: '3h' }, (r) => assert.equal(r.timeSpentSeconds, 10800));
  await ask('issueWorklogs.getIdsOfWorklogsModifiedSince', { since: 0 }, (r) => assert.ok(r.values.length > 0));
  await ask('issueWorklogs.getWorklogsForIds', { ids: [Number(work.id)] }, (r) => assert.equal(r.length, 1));
  await ask('issueWorklogs.deleteWorklog', { issueIdOrKey, id: work.id });
  await ask('issueWorklogs.getIdsOfWorklogsDeletedSince', { since: 0 }, (r) => assert.ok(r.values.length > 0));

  const who = isCloud ? bob.accountId : bob.name;
  await ask('issueWatchers.addWatcher', { issueIdOrKey, accountId: who });
  await ask('issueWatchers.getIssueWatchers', { issueIdOrKey }, (r) => assert.ok(r.watchers.some((each) => each.displayName === 'Bob')));
  await ask('issueWatchers.removeWatcher', { issueIdOrKey, ...(isCloud ? { accountId: who } : { username: who }) });
  await ask('issueVotes.getVotes', { issueIdOrKey }, (r) => assert.equal(r.votes, 0));
  await refused('issueVotes.addVote for one\'s own', 404, { issueIdOrKey });

  const at = { issueIdOrKey, propertyKey: 'harbour' };
  await ask('issueProperties.setIssueProperty', { ...at, propertyValue: { quay: 3 }, value: { quay: 3 } });
  await ask('issueProperties.getIssuePropertyKeys', { issueIdOrKey }, (r) => assert.equal(r.keys.length, 1));
  await ask('issueProperties.getIssueProperty', at);
  await ask('issueProperties.deleteIssueProperty', at);
  await refused('issueProperties.getIssueProperty that is gone', 404, at);

  await ask('issueAttachments.getAttachmentMeta', undefined, (r) => assert.equal(r.enabled, true));
  const [file] = await ask('issueAttachments.addAttachment', { issueIdOrKey, attachment: { filename: 'notes.txt', file: Buffer.from('notes') } }, (r) => assert.equal(r[0].size, 5));
  await ask('issueAttachments.getAttachment', { id: file.id }, (r) => assert.equal(r.filename, 'notes.txt'));
  await ask('issueAttachments.removeAttachment', { id: file.id });
  await refused('issueAttachments.getAttachment that is gone', 404, { id: file.id });
}
