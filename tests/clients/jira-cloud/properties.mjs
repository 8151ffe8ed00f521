import assert from 'node:assert/strict';

export default async function properties({ ask, refused, key: issueIdOrKey }) {
  const at = { issueIdOrKey, propertyKey: 'harbour' };
  await ask('issueProperties.setIssueProperty', { ...at, body: { quay: 3 } });
  await ask('issueProperties.setIssueProperty again', { ...at, body: { quay: 4 } });
  await ask('issueProperties.getIssueProperty', at, (r) => assert.deepEqual(r.value, { quay: 4 }));
  await ask('issueProperties.getIssuePropertyKeys', { issueIdOrKey }, (r) => assert.deepEqual(r.keys.map((each) => each.key), ['harbour']));
  await ask('issueSearch.searchAndReconsileIssuesUsingJql by a property', { jql: 'issue.property[harbour].quay = 4', properties: ['harbour'] }, (r) => assert.equal(r.issues.length, 1));
  await ask('issueProperties.deleteIssueProperty', at);
  await refused('issueProperties.getIssueProperty that is gone', 404, at);
}
