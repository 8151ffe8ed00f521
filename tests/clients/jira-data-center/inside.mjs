import assert from 'node:assert/strict';

export default async function inside({ ask, refused, key, id, other }) {
  const comment = await ask('addComment', [key, 'h2. Heading'], (r) => assert.equal(r.body, 'h2. Heading'));
  await ask('addCommentAdvanced', [key, { body: 'For administrators', visibility: { type: 'role', value: 'Administrators' } }], (r) => assert.equal(r.visibility.value, 'Administrators'));
  await ask('getComments', [key], (r) => assert.equal(r.total, 2));
  await ask('getComment', [key, comment.id], (r) => assert.equal(r.author.name, 'alice'));
  await ask('updateComment', [key, comment.id, 'changed'], (r) => assert.equal(r.body, 'changed'));
  await ask('deleteComment', [key, comment.id]);
  await refused('getComment that is gone', new RegExp(comment.id), [key, comment.id]);

  const work = await ask('addWorklog', [key, { timeSpent: '1h', comment: 'At the quay' }], (r) => assert.equal(r.timeSpentSeconds, 3600));
  await ask('addWorklog with a new estimate', [key, { timeSpent: '1h' }, '2h']);
  await refused('addWorklog without a time', /timeLogged|timeSpent/, [key, {}]);
  await ask('getIssueWorklogs', [key], (r) => assert.equal(r.total, 2));
  await ask('updateWorklog', [key, work.id, { timeSpent: '2h' }], (r) => assert.equal(r.timeSpent, '2h'));
  await ask('updatedWorklogs', [0], (r) => assert.ok(r.values.length > 0));
  await ask('getWorklogs', [[Number(work.id)]], (r) => assert.equal(r[0].id, work.id));
  await ask('deleteWorklog', [key, work.id]);

  await ask('addWatcher', [key, 'bob']);
  await ask('getIssueWatchers', [key], (r) => assert.ok(r.watchers.some((each) => each.name === 'bob')));
  await refused('getIssueProperty that is not there', /harbour/, [key, 'harbour']);

  await ask('issueLink', [{ type: { name: 'Blocks' }, inwardIssue: { key }, outwardIssue: { key: other } }]);
  const linked = await ask('findIssue with its links', [key, '', 'issuelinks'], (r) => assert.equal(r.fields.issuelinks.length, 1));
  await ask('deleteIssueLink', [linked.fields.issuelinks[0].id]);
  const remote = await ask('createRemoteLink', [key, { object: { url: 'https://wiki.example.com/1', title: 'A page' } }], (r) => assert.ok(r.id));
  await ask('getRemoteLinks', [key], (r) => assert.equal(r[0].object.title, 'A page'));
  await ask('deleteRemoteLink', [key, remote.id]);

  const file = { value: Buffer.from('notes'), options: { filename: 'notes.txt', contentType: 'text/plain' } };
  const [attachment] = await ask('addAttachmentOnIssue', [key, file], (r) => assert.equal(r[0].size, 5));
  await ask('downloadAttachment', [attachment], (r) => assert.equal(String(r), 'notes'));
  await ask('deleteAttachment', [attachment.id]);

  await ask('getDevStatusSummary', [id], (r) => assert.ok(r.summary));
  await ask('getDevStatusDetail', [id, 'github', 'pullrequest'], (r) => assert.ok(Array.isArray(r.detail)));
}
