import assert from 'node:assert/strict';

export default async function watchers({ ask, refused, bob, key: issueIdOrKey, id, bobId }) {
  await ask('issueWatchers.addWatcher', { issueIdOrKey, body: bobId });
  await ask('issueWatchers.getIssueWatchers', { issueIdOrKey }, (r) => assert.ok(r.watchers.some((each) => each.accountId === bobId)));
  await ask('issueWatchers.getIsWatchingIssueBulk', { issueIds: [id] }, (r) => assert.equal(r.issuesIsWatching[id], true));
  await ask('issueWatchers.removeWatcher', { issueIdOrKey, accountId: bobId });
  await refused('issueWatchers.addWatcher who is nobody', 404, { issueIdOrKey, body: '557058:nobody' });
  await bob.ask('issueVotes.addVote', { issueIdOrKey: 'ENG-15' });
  await ask('issueVotes.getVotes', { issueIdOrKey: 'ENG-15' }, (r) => assert.ok(r.votes > 0));
  await bob.ask('issueVotes.removeVote', { issueIdOrKey: 'ENG-15' });
  await refused('issueVotes.getVotes of an issue that is not there', 404, { issueIdOrKey: 'ENG-99999' });
}
