import assert from 'node:assert/strict';

export default async function agile(team) {
  const { ask, refused } = team.agile;
  const { key, other } = team;
  const all = await ask('board.getAllBoards', {}, (r) => assert.equal(r.values[0].type, 'scrum'));
  const boardId = all.values[0].id;
  await ask('board.getBoard', { boardId }, (r) => assert.equal(r.id, boardId));
  await refused('board.getBoard that is not there', 404, { boardId: 99 });
  await ask('board.getConfiguration', { boardId }, (r) => assert.ok(r.columnConfig.columns.length > 2));
  await ask('board.getIssuesForBoard', { boardId, maxResults: 3 }, (r) => assert.deepEqual([r.issues.length, r.total > 20], [3, true]));
  await ask('board.getIssuesForBacklog', { boardId, maxResults: 3 }, (r) => assert.equal(r.issues.length, 3));
  await ask('board.getAllVersions', { boardId }, (r) => assert.ok(r.values.length > 0));
  await ask('board.getProjects', { boardId }, (r) => assert.equal(r.values[0].key, 'ENG'));
  const epics = await ask('board.getEpics', { boardId }, (r) => assert.ok(r.values.length > 0));
  const epicIdOrKey = String(epics.values[0].id);
  await ask('epic.getEpic', { epicIdOrKey }, (r) => assert.equal(String(r.id), epicIdOrKey));
  await ask('epic.moveIssuesToEpic', { epicIdOrKey, issues: [key] });
  await ask('epic.getIssuesForEpic', { epicIdOrKey }, (r) => assert.ok(r.issues.some((each) => each.key === key)));
  await ask('board.getBoardIssuesForEpic', { boardId, epicId: Number(epicIdOrKey) }, (r) => assert.ok(r.issues.some((each) => each.key === key)));
  await ask('epic.removeIssuesFromEpic', { issues: [key] });
  await ask('epic.getIssuesWithoutEpic', { jql: `key = ${key}` }, (r) => assert.equal(r.total, 1));
  await ask('board.getIssuesWithoutEpicForBoard', { boardId, jql: `key = ${key}` }, (r) => assert.equal(r.total, 1));

  await ask('board.getAllSprints', { boardId, state: 'future' }, (r) => assert.ok(r.values.length > 0));
  const made = await ask('sprint.createSprint', { name: 'By jira.js 2', originBoardId: boardId }, (r) => assert.equal(r.state, 'future'));
  const sprintId = made.id;
  await ask('sprint.getSprint', { sprintId }, (r) => assert.equal(r.name, 'By jira.js 2'));
  await ask('sprint.partiallyUpdateSprint', { sprintId, goal: 'A goal' }, (r) => assert.equal(r.goal, 'A goal'));
  await ask('sprint.updateSprint', { sprintId, name: 'Renamed', state: 'future' }, (r) => assert.equal(r.name, 'Renamed'));
  await ask('sprint.moveIssuesToSprintAndRank', { sprintId, issues: [key, other] });
  await ask('sprint.getIssuesForSprint', { sprintId }, (r) => assert.equal(r.total, 2));
  await ask('board.getBoardIssuesForSprint', { boardId, sprintId }, (r) => assert.equal(r.total, 2));
  await ask('backlog.moveIssuesToBacklog', { issues: [key, other] });
  await ask('issue.getIssue', { issueIdOrKey: key }, (r) => assert.equal(r.key, key));
  await ask('issue.rankIssues', { issues: [key], rankBeforeIssue: other });
  await ask('sprint.deleteSprint', { sprintId });
  await refused('sprint.getSprint that is gone', 404, { sprintId });
}
