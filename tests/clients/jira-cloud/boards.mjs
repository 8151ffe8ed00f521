import assert from 'node:assert/strict';

export default async function boards(team) {
  const { ask, refused } = team.agile;
  const { charlieAgile } = team;
  const all = await ask('board.getAllBoards', { projectKeyOrId: 'ENG', type: ['scrum'] }, (r) => assert.equal(r.total, 1));
  const boardId = (team.board = all.values[0].id);
  const page = { boardId, maxResults: 2, fields: ['summary'] };
  await ask('board.getBoard', { boardId }, (r) => assert.equal(r.type, 'scrum'));
  await refused('board.getBoard that is not there', 404, { boardId: 99 });
  await ask('board.getConfiguration', { boardId }, (r) => assert.ok(r.columnConfig.columns.length > 2));
  await ask('board.getProjects', { boardId }, (r) => assert.equal(r.values[0].key, 'ENG'));
  await ask('board.getAllVersions', { boardId }, (r) => assert.ok(r.values.length > 0));
  await ask('board.getAllQuickFilters', { boardId }, (r) => assert.equal(r.values.length, 0));
  const epics = await ask('board.getEpics', { boardId, done: 'false' }, (r) => assert.ok(r.values.length > 0));
  const epicId = epics.values[0].id;
  const first = await ask('board.getIssuesForBoard', page, (r) => assert.equal(r.issues.length, 2));
  await ask('board.getIssuesForBoard, its second page', { ...page, nextPageToken: first.nextPageToken }, (r) => assert.notEqual(r.issues[0].id, first.issues[0].id));
  await ask('board.getApproximateIssueCountForBoard', { boardId }, (r) => assert.ok(r.count > 20));
  await ask('board.getIssuesForBacklog', page, (r) => assert.equal(r.issues.length, 2));
  await ask('board.getApproximateIssueCountForBacklog', { boardId }, (r) => assert.ok(r.count > 0));
  await ask('board.getIssuesWithoutEpicForBoard', page, (r) => assert.equal(r.issues.length, 2));
  await ask('board.getBoardIssuesForEpic', { ...page, epicId }, (r) => assert.ok(r.issues.length > 0));
  await refused('board.getIssuesForBoard with a query that is none', 400, { boardId, jql: 'project = ' });

  await ask('epic.getEpic', { epicIdOrKey: String(epicId) }, (r) => assert.equal(r.id, epicId));
  await refused('epic.getEpic that is none', 404, { epicIdOrKey: 'ENG-99999' });
  await ask('epic.moveIssuesToEpic', { epicIdOrKey: String(epicId), issues: [team.key] });
  await ask('epic.getIssuesForEpic', { epicIdOrKey: String(epicId), fields: ['summary'] }, (r) => assert.ok(r.issues.some((each) => each.key === team.key)));
  await ask('epic.removeIssuesFromEpic', { issues: [team.key] });
  await ask('epic.getIssuesWithoutEpic', { jql: `key = ${team.key}` }, (r) => assert.equal(r.issues.length, 1));
  await ask('issue.getIssue', { issueIdOrKey: team.key }, (r) => assert.equal(r.key, team.key));
  await ask('issue.rankIssues', { issues: [team.key], rankBeforeIssue: 'ENG-26' });
  await refused('issue.rankIssues after and before', 400, { issues: [team.key] });
  await charlieAgile.refused('epic.moveIssuesToEpic by a reader', 403, { epicIdOrKey: String(epicId), issues: [team.key] });
}
