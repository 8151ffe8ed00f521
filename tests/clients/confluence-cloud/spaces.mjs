import assert from 'node:assert/strict';
import { refused, step, until } from '../steps.mjs';

export default async function spaces(site) {
  const { v1, v2, diana } = site;
  const found = await step('v2 space.getSpaces', () => v2.space.getSpaces({ keys: ['ENG'] }), (r) => assert.equal(r.results[0].key, 'ENG'));
  const eng = Number(found.results[0].id);
  site.eng = eng;
  await step(
    'v2 space.getSpaceById',
    () => v2.space.getSpaceById({ id: eng, includeOperations: true, includeProperties: true, includeLabels: true, includePermissions: true }),
    (r) => assert.equal(r.key, 'ENG'),
  );
  const hr = await step('v2 space.getSpaces (restricted)', () => v2.space.getSpaces({ keys: ['HR'] }), (r) => assert.equal(r.results.length, 1));
  await refused('v2 space.getSpaceById hidden from the user', 404, () => diana.space.getSpaceById({ id: Number(hr.results[0].id) }));
  await step('v2 space.createSpace', () => v2.space.createSpace({ body: { name: 'From v2', key: 'VTWO' } }), (r) => assert.equal(r.key, 'VTWO'));
  await refused('v2 space.createSpace with a key in use', 400, () => v2.space.createSpace({ body: { name: 'Again', key: 'VTWO' } }));
  await step(
    'v1 space.createSpace',
    () => v1.space.createSpace({ key: 'TMP', name: 'Temporary', description: { plain: { value: 'About', representation: 'plain' } } }),
    (r) => assert.equal(r.key, 'TMP'),
  );
  await step('v1 space.createPrivateSpace', () => v1.space.createPrivateSpace({ key: 'MINE', name: 'Mine' }), (r) => assert.equal(r.key, 'MINE'));
  await step('v1 space.updateSpace', () => v1.space.updateSpace({ spaceKey: 'TMP', name: 'Renamed' }), (r) => assert.equal(r.name, 'Renamed'));
  const task = await step('v1 space.deleteSpace', () => v1.space.deleteSpace({ spaceKey: 'TMP' }), (r) => assert.ok(r.id));
  await step(
    'v1 longRunningTask.getTask',
    () => until(() => v1.longRunningTask.getTask({ id: task.id }), (r) => r.finished ?? r.successful),
    (r) => assert.equal(r.successful, true),
  );
  await step('v1 longRunningTask.getTasks', () => v1.longRunningTask.getTasks(), (r) => assert.ok(r.results.length > 0));

  const property = await step(
    'v2 spaceProperties.createSpaceProperty',
    () => v2.spaceProperties.createSpaceProperty({ spaceId: eng, key: 'colour', value: { name: 'blue' } }),
  );
  const propertyId = Number(property.id);
  await step('v2 spaceProperties.getSpaceProperties', () => v2.spaceProperties.getSpaceProperties({ spaceId: eng }), (r) => assert.ok(r.results.length > 0));
  await step(
    'v2 spaceProperties.updateSpacePropertyById',
    () => v2.spaceProperties.updateSpacePropertyById({ spaceId: eng, propertyId, key: 'colour', value: { name: 'red' }, version: { number: 2 } }),
    (r) => assert.equal(r.version.number, 2),
  );
  await step('v2 spaceProperties.getSpacePropertyById', () => v2.spaceProperties.getSpacePropertyById({ spaceId: eng, propertyId }));
  await step('v2 spaceProperties.deleteSpacePropertyById', () => v2.spaceProperties.deleteSpacePropertyById({ spaceId: eng, propertyId }));
  await step(
    'v2 spacePermissions.getSpacePermissionsAssignments',
    () => v2.spacePermissions.getSpacePermissionsAssignments({ id: eng }),
    (r) => assert.ok(r.results.length > 0),
  );
  await step('v2 operation.getSpaceOperations', () => v2.operation.getSpaceOperations({ id: eng }), (r) => assert.ok(r.operations.length > 0));
}
