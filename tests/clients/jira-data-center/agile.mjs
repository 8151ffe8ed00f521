import assert from 'node:assert/strict';

export default async function agile({ ask, refused, key, other }) {
  const boards = await ask('getAllBoards', [0, 50, 'scrum', undefined, 'ENG'], (r) => assert.equal(r.values.length, 1));
  const boardId = boards.values[0].id;
  await ask('getBoard', [boardId], (r) => assert.equal(r.type, 'scrum'));
  await refused('getBoard that is not there', /board/, [99]);
  await ask('getConfiguration', [boardId], (r) => assert.ok(r.columnConfig.columns.length > 2));
  await ask('getProjects', [boardId], (r) => assert.equal(r.values[0].key, 'ENG'));
  await ask('getAllVersions', [boardId], (r) => assert.ok(r.values.length > 0));
  await ask('getIssuesForBoard', [boardId, 0, 3], (r) => assert.equal(r.issues.length, 3));
  await ask('getIssuesForBacklog', [boardId, 0, 3], (r) => assert.equal(r.issues.length, 3));
  const epics = await ask('getEpics', [boardId, 0, 50, 'false'], (r) => assert.ok(r.values.length > 0));
  const epic = epics.values[0].id;
  await ask('getEpic', [epic], (r) => assert.equal(r.id, epic));
  await ask('moveIssuesToEpic', [epic, [key]]);
  await ask('getIssuesForEpic', [epic], (r) => assert.ok(r.issues.some((each) => each.key === key)));
  await ask('getBoardIssuesForEpic', [boardId, epic], (r) => assert.ok(r.issues.some((each) => each.key === key)));
  const sprints = await ask('getAllSprints', [boardId, 0, 50, 'future'], (r) => assert.ok(r.values.length > 0));
  const sprint = sprints.values[0].id;
  await ask('getSprint', [sprint], (r) => assert.equal(r.state, 'future'));
  await ask('addIssueToSprint', [key, sprint]);
  await ask('getBoardIssuesForSprint', [boardId, sprint], (r) => assert.ok(r.issues.some((each) => each.key === key)));
  await ask('moveToBacklog', [[key]]);
  await ask('rankIssues', [{ issues: [key], rankBeforeIssue: other }]);
  await ask('genericAgileGet', [`board/${boardId}/quickfilter`], (r) => assert.equal(r.values.length, 0));
}
