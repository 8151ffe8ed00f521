import assert from 'node:assert/strict';

export default async function serviceDesk({ desk, dianaDesk }) {
  const { ask, refused } = desk;
  await ask('info.getInfo', undefined, (r) => assert.ok(r.version));
  const desks = await ask('servicedesk.getServiceDesks', {}, (r) => assert.equal(r.values[0].projectKey, 'SUP'));
  const serviceDeskId = desks.values[0].id;
  await ask('servicedesk.getServiceDeskById', { serviceDeskId }, (r) => assert.equal(r.projectKey, 'SUP'));
  await refused('servicedesk.getServiceDeskById that is not there', 404, { serviceDeskId: '99' });
  const types = await ask('servicedesk.getRequestTypes', { serviceDeskId }, (r) => assert.equal(r.values.length, 3));
  const requestTypeId = types.values[0].id;
  await ask('servicedesk.getRequestTypeById', { serviceDeskId, requestTypeId }, (r) => assert.equal(r.name, 'Report a problem'));
  await ask('servicedesk.getRequestTypeFields', { serviceDeskId, requestTypeId }, (r) => assert.ok(r.requestTypeFields.some((each) => each.fieldId === 'summary' && each.required)));
  const queues = await ask('servicedesk.getQueues', { serviceDeskId, includeCount: true }, (r) => assert.ok(r.values.length > 0));
  const queueId = Number(queues.values[0].id);
  await ask('servicedesk.getQueue', { serviceDeskId, queueId, includeCount: true }, (r) => assert.ok(r.issueCount > 0));
  await ask('servicedesk.getIssuesInQueue', { serviceDeskId, queueId, limit: 2 }, (r) => assert.equal(r.values.length, 2));
  await dianaDesk.refused('servicedesk.getQueues of a customer', 403, { serviceDeskId });

  const request = { serviceDeskId, requestTypeId, requestFieldValues: { summary: 'The scanner is amber', description: 'Since noon.' } };
  const made = await ask('request.createCustomerRequest', request, (r) => assert.match(r.issueKey, /^SUP-\d+$/));
  const issueIdOrKey = made.issueKey;
  await refused('request.createCustomerRequest without a summary', 400, { ...request, requestFieldValues: {} });
  await ask('request.getCustomerRequests', { requestOwnership: ['ALL_REQUESTS'], serviceDeskId: Number(serviceDeskId), limit: 5 }, (r) => assert.equal(r.values.length, 5));
  await ask('request.getCustomerRequestByIdOrKey', { issueIdOrKey, expand: ['status', 'sla', 'requestType', 'serviceDesk'] }, (r) => assert.equal(r.currentStatus.status, 'Open'));
  await refused('request.getCustomerRequestByIdOrKey that is not there', 404, { issueIdOrKey: 'SUP-99999' });
  await ask('request.createRequestComment', { issueIdOrKey, body: 'We look into it.', public: true }, (r) => assert.equal(r.public, true));
  await ask('request.createRequestComment, an internal one', { issueIdOrKey, body: 'Battery?', public: false }, (r) => assert.equal(r.public, false));
  await ask('request.getRequestComments', { issueIdOrKey }, (r) => assert.equal(r.values.length, 2));
  await ask('request.getRequestComments, public ones', { issueIdOrKey, internal: false }, (r) => assert.equal(r.values.length, 1));
  const slas = await ask('request.getSlaInformation', { issueIdOrKey }, (r) => assert.ok(r.values.length > 0));
  await ask('request.getSlaInformationById', { issueIdOrKey, slaMetricId: Number(slas.values[0].id) }, (r) => assert.equal(r.id, slas.values[0].id));
  const ways = await ask('request.getCustomerTransitions', { issueIdOrKey }, (r) => assert.ok(r.values.length > 0));
  await ask('request.performCustomerTransition', { issueIdOrKey, id: ways.values[0].id, additionalComment: { body: 'Begun' } });
  await refused('request.performCustomerTransition that is not there', 400, { issueIdOrKey, id: '999' });
  await ask('request.getCustomerRequestStatus', { issueIdOrKey }, (r) => assert.equal(r.values.length, 2));
}
