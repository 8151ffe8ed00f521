import assert from 'node:assert/strict';

export default async function fields({ ask, refused }) {
  const all = await ask('issueFields.getFields', undefined, (r) => assert.ok(r.some((each) => each.name === 'Severity')));
  assert.ok(all.length > 30);
  await ask('issueTypes.getIssueAllTypes', undefined, (r) => assert.ok(r.some((each) => each.name === 'Bug')));
  await ask('issueTypes.getIssueType', { id: '10004' }, (r) => assert.equal(r.name, 'Bug'));
  await ask('workflowStatuses.getStatuses', undefined, (r) => assert.ok(r.length > 5));
  await ask('workflowStatuses.getStatus', { idOrName: '3' }, (r) => assert.equal(r.name, 'In Progress'));
  await ask('workflowStatusCategories.getStatusCategories', undefined, (r) => assert.equal(r.length, 4));
  await ask('workflowStatusCategories.getStatusCategory', { idOrKey: 'done' }, (r) => assert.equal(r.name, 'Done'));
  await ask('issuePriorities.getPriorities', undefined, (r) => assert.equal(r.length, 5));
  await ask('issuePriorities.getPriority', { id: '3' }, (r) => assert.equal(r.name, 'Medium'));
  await ask('issueResolutions.getResolutions', undefined, (r) => assert.ok(r.length > 2));
  await ask('issueResolutions.getResolution', { id: '10000' }, (r) => assert.equal(r.name, 'Done'));
  await ask('issueLinkTypes.getIssueLinkTypes', undefined, (r) => assert.equal(r.issueLinkTypes[0].name, 'Blocks'));
  await ask('issueLinkTypes.getIssueLinkType', { issueLinkTypeId: '10000' }, (r) => assert.equal(r.inward, 'is blocked by'));
  await ask('issueCustomFieldOptions.getCustomFieldOption', { id: '10100' }, (r) => assert.equal(r.value, 'Critical'));
  await refused('issueCustomFieldOptions.getCustomFieldOption that is not there', 404, { id: '1' });
}
