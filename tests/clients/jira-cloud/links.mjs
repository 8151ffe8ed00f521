import assert from 'node:assert/strict';
import { text } from './texts.mjs';

export default async function links({ ask, refused, charlie, key, other }) {
  const link = { type: { name: 'Blocks' }, inwardIssue: { key }, outwardIssue: { key: other } };
  await ask('issueLinks.linkIssues', { ...link, comment: { body: text('Linked') } });
  await refused('issueLinks.linkIssues of a type that is not there', 404, { ...link, type: { name: 'Adores' } });
  await refused('issueLinks.linkIssues with an issue that is not there', 404, { ...link, outwardIssue: { key: 'ENG-99999' } });
  await charlie.refused('issueLinks.linkIssues by a reader', 401, link);
  const issue = await ask('issues.getIssue with its links', { issueIdOrKey: key, fields: ['issuelinks'] }, (r) => assert.equal(r.fields.issuelinks.length, 1));
  const linkId = issue.fields.issuelinks[0].id;
  await ask('issueLinks.getIssueLink', { linkId }, (r) => assert.equal(r.type.name, 'Blocks'));
  await ask('issueLinks.deleteIssueLink', { linkId });
  await refused('issueLinks.getIssueLink that is gone', 404, { linkId });

  const page = { issueIdOrKey: key, globalId: 'client=1', object: { url: 'https://wiki.example.com/1', title: 'A page' }, relationship: 'documented by' };
  const remote = await ask('issueRemoteLinks.createOrUpdateRemoteIssueLink', page, (r) => assert.ok(r.id));
  await ask('issueRemoteLinks.createOrUpdateRemoteIssueLink again', { ...page, object: { ...page.object, title: 'The page' } }, (r) => assert.equal(r.id, remote.id));
  await refused('issueRemoteLinks.createOrUpdateRemoteIssueLink without an object', 400, { issueIdOrKey: key });
  const at = { issueIdOrKey: key, linkId: String(remote.id) };
  await ask('issueRemoteLinks.getRemoteIssueLinks', { issueIdOrKey: key });
  await ask('issueRemoteLinks.getRemoteIssueLinkById', at, (r) => assert.equal(r.object.title, 'The page'));
  await ask('issueRemoteLinks.updateRemoteIssueLink', { ...at, object: { url: 'https://wiki.example.com/2', title: 'Another' } });
  await ask('issueRemoteLinks.deleteRemoteIssueLinkById', at);
  await refused('issueRemoteLinks.getRemoteIssueLinkById that is gone', 404, at);
  await ask('issueRemoteLinks.createOrUpdateRemoteIssueLink once more', page);
  await ask('issueRemoteLinks.deleteRemoteIssueLinkByGlobalId', { issueIdOrKey: key, globalId: 'client=1' });
}
