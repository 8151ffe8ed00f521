import assert from 'node:assert/strict';

export default async function bulk({ ask, refused, other, otherId }) {
  const target = 'SUP,10006';
  const mapping = { inferClassificationDefaults: true, inferFieldDefaults: true, inferStatusDefaults: true, inferSubtaskTypeDefault: true, issueIdsOrKeys: [other] };
  const task = await ask('issueBulkOperations.submitBulkMove', { sendBulkNotification: false, targetToSourcesMapping: { [target]: mapping } }, (r) => assert.ok(r.taskId));
  await ask('issueBulkOperations.getBulkOperationProgress', { taskId: task.taskId }, (r) => assert.deepEqual([r.status, r.processedAccessibleIssues], ['COMPLETE', [Number(otherId)]]));
  await refused('issueBulkOperations.submitBulkMove of nothing', 400, { targetToSourcesMapping: {} });
  await refused('issueBulkOperations.getBulkOperationProgress of nothing', 400, { taskId: 'nothing' });
  await ask('issues.getIssue by its earlier key', { issueIdOrKey: other, fields: ['project'] }, (r) => assert.equal(r.fields.project.key, 'SUP'));
}
