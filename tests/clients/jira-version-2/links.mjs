import assert from 'node:assert/strict';

export default async function links({ ask, refused, key, other }) {
  await ask('issueLinks.linkIssues', { type: { name: 'Relates' }, inwardIssue: { key }, outwardIssue: { key: other }, comment: { body: 'Linked' } });
  await refused('issueLinks.linkIssues of a type that is not there', 404, { type: { name: 'Adores' }, inwardIssue: { key }, outwardIssue: { key: other } });
  const issue = await ask('issues.getIssue with its links', { issueIdOrKey: key, fields: ['issuelinks'] }, (r) => assert.equal(r.fields.issuelinks.length, 1));
  const linkId = issue.fields.issuelinks[0].id;
  await ask('issueLinks.getIssueLink', { linkId }, (r) => assert.equal(r.type.name, 'Relates'));
  await ask('issueLinks.deleteIssueLink', { linkId });
  const page = { issueIdOrKey: key, globalId: 'client=2', object: { url: 'https://wiki.example.com/1', title: 'A page' } };
  const remote = await ask('issueRemoteLinks.createOrUpdateRemoteIssueLink', page, (r) => assert.ok(r.id));
  await ask('issueRemoteLinks.getRemoteIssueLinks', { issueIdOrKey: key }, (r) => assert.equal(r.length, 1));
  await ask('issueRemoteLinks.getRemoteIssueLinkById', { issueIdOrKey: key, linkId: remote.id }, (r) => assert.equal(r.object.title, 'A page'));
  await ask('issueRemoteLinks.updateRemoteIssueLink', { issueIdOrKey: key, linkId: remote.id, object: { url: 'https://wiki.example.com/2', title: 'B' } });
  await ask('issueRemoteLinks.deleteRemoteIssueLinkById', { issueIdOrKey: key, linkId: remote.id });
  await ask('issueRemoteLinks.createOrUpdateRemoteIssueLink again', page);
  await ask('issueRemoteLinks.deleteRemoteIssueLinkByGlobalId', { issueIdOrKey: key, globalId: 'client=2' });
}
