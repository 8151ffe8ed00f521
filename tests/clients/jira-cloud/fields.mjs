import assert from 'node:assert/strict';

export default async function fields({ ask, refused }) {
  const all = await ask('issueFields.getFields', undefined, (r) => assert.ok(r.some((each) => each.name === 'Story Points')));
  const severity = all.find((each) => each.name === 'Severity').id;
  await ask('issueFields.getFieldsPaginated', { query: 'sever', type: ['custom'] }, (r) => assert.equal(r.values[0].id, severity));
  const contexts = await ask('issueCustomFieldContexts.getContextsForField', { fieldId: severity }, (r) => assert.equal(r.values.length, 1));
  const contextId = Number(contexts.values[0].id);
  const options = await ask('issueCustomFieldOptions.getOptionsForContext', { fieldId: severity, contextId }, (r) => assert.deepEqual(r.values.map((each) => each.value), ['Critical', 'Major', 'Minor']));
  await ask('issueCustomFieldOptions.getCustomFieldOption', { id: options.values[0].id }, (r) => assert.equal(r.value, 'Critical'));
  await refused('issueCustomFieldOptions.getCustomFieldOption that is not there', 404, { id: '1' });
  await refused('issueCustomFieldContexts.getContextsForField that is not there', 404, { fieldId: 'customfield_1' });
  const types = await ask('issueTypes.getIssueAllTypes', undefined, (r) => assert.ok(r.some((each) => each.name === 'Bug')));
  await ask('issueTypes.getIssueType', { id: types[0].id }, (r) => assert.equal(r.name, types[0].name));
  await refused('issueTypes.getIssueType that is not there', 404, { id: '1' });
  await ask('workflowStatuses.getStatuses', undefined, (r) => assert.ok(r.length > 5));
  await ask('workflowStatuses.getStatus by its name', { idOrName: 'In Progress' }, (r) => assert.equal(r.id, '3'));
  await refused('workflowStatuses.getStatus that is not there', 404, { idOrName: 'Lost' });
  await ask('workflowStatusCategories.getStatusCategories', undefined, (r) => assert.equal(r.length, 4));
  await ask('workflowStatusCategories.getStatusCategory', { idOrKey: 'done' }, (r) => assert.equal(r.key, 'done'));
  await ask('status.search', { statusCategory: 'DONE', maxResults: 10 }, (r) => assert.ok(r.values.some((each) => each.name === 'Resolved')));
  await ask('issuePriorities.searchPriorities', {}, (r) => assert.equal(r.values.length, 5));
  await ask('issuePriorities.getPriority', { id: '3' }, (r) => assert.equal(r.name, 'Medium'));
  await refused('issuePriorities.getPriority that is not there', 404, { id: '77' });
  await ask('issueResolutions.getResolution', { id: '10000' }, (r) => assert.equal(r.name, 'Done'));
  await ask('issueLinkTypes.getIssueLinkTypes', undefined, (r) => assert.ok(r.issueLinkTypes.some((each) => each.name === 'Blocks')));
  await ask('issueLinkTypes.getIssueLinkType', { issueLinkTypeId: '10000' }, (r) => assert.equal(r.outward, 'blocks'));
  await refused('issueLinkTypes.getIssueLinkType that is not there', 404, { issueLinkTypeId: '1' });
}
