import assert from 'node:assert/strict';

export default async function sprints(team) {
  const { ask, refused } = team.agile;
  const boardId = team.board;
  await ask('board.getAllSprints', { boardId, state: ['active'] }, (r) => assert.equal(r.values[0].name, 'Sprint 42'));
  const made = await ask('sprint.createSprint', { name: 'Client sprint', originBoardId: boardId, goal: 'Try' }, (r) => assert.equal(r.state, 'future'));
  const sprintId = made.id;
  await refused('sprint.createSprint with too long a name', 400, { name: 'x'.repeat(31), originBoardId: boardId });
  await refused('sprint.createSprint on a board that is not there', 404, { name: 'x', originBoardId: 99 });
  await team.charlieAgile.refused('sprint.createSprint by a reader', 403, { name: 'x', originBoardId: boardId });
  await ask('sprint.getSprint', { sprintId }, (r) => assert.equal(r.goal, 'Try'));
  await refused('sprint.getSprint that is not there', 404, { sprintId: 999 });
  await ask('sprint.partiallyUpdateSprint', { sprintId, goal: 'Try again', startDate: '2026-12-01T08:00:00.000Z', endDate: '2026-12-14T08:00:00.000Z' }, (r) => assert.equal(r.goal, 'Try again'));
  await ask('sprint.updateSprint', { sprintId, name: 'Client sprint 2', state: 'future', startDate: '2026-12-01T08:00:00.000Z', endDate: '2026-12-15T08:00:00.000Z' }, (r) => assert.equal(r.name, 'Client sprint 2'));
  await refused('sprint.partiallyUpdateSprint to a state that is not next', 400, { sprintId, state: 'closed' });
  await ask('sprint.moveIssuesToSprintAndRank', { sprintId, issues: [team.key] });
  await ask('sprint.getIssuesForSprint', { sprintId, fields: ['summary'] }, (r) => assert.deepEqual(r.issues.map((each) => each.key), [team.key]));
  await ask('board.getBoardIssuesForSprint', { boardId, sprintId, fields: ['summary'] }, (r) => assert.equal(r.issues.length, 1));
  await ask('backlog.moveIssuesToBacklog', { issues: [team.key] });
  await ask('backlog.moveIssuesToBacklogForBoard', { boardId, issues: [team.key] });
  await ask('sprint.getIssuesForSprint, none left', { sprintId }, (r) => assert.equal(r.issues.length, 0));
  await ask('sprint.deleteSprint', { sprintId });
  await refused('sprint.deleteSprint twice', 404, { sprintId });
}
