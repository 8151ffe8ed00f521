import assert from 'node:assert/strict';
import { refused, step, until } from '../steps.mjs';

export default async function spaces({ alice: { space, longRunningTask }, diana }) {
  await step('space.getSpaces', () => space.getSpaces({ limit: 10 }), (r) => assert.ok(r.results.some((each) => each.key === 'ENG')));
  await step('space.getSpace', () => space.getSpace({ spaceKey: 'ENG', expand: ['description.plain', 'homepage'] }), (r) => {
    assert.equal(r.key, 'ENG');
    assert.ok(r.homepage.title);
  });
  await refused('space.getSpace hidden from the user', 404, () => diana.space.getSpace({ spaceKey: 'HR' }));
  await step('space.createSpace', () => space.createSpace({ key: 'TMP', name: 'Temporary' }), (r) => assert.equal(r.key, 'TMP'));
  await refused('space.createSpace with a key in use', 400, () => space.createSpace({ key: 'TMP', name: 'Again' }));
  await step('space.createPrivateSpace', () => space.createPrivateSpace({ key: 'MINE', name: 'Mine' }), (r) => assert.equal(r.key, 'MINE'));
  await step('space.updateSpace', () => space.updateSpace({ spaceKey: 'TMP', name: 'Renamed' }), (r) => assert.equal(r.name, 'Renamed'));
  const task = await step('space.deleteSpace', () => space.deleteSpace({ spaceKey: 'TMP' }), (r) => assert.ok(r.id));
  await step(
    'longRunningTask.getTask',
    () => until(() => longRunningTask.getTask({ id: task.id }), (r) => r.percentageComplete === 100),
    (r) => assert.equal(r.successful, true),
  );
  await step('longRunningTask.getTasks', () => longRunningTask.getTasks(), (r) => assert.ok(r.results.length > 0));
  await step('space.getContentForSpace', () => space.getContentForSpace({ spaceKey: 'ENG', limit: 3 }), (r) => assert.ok(r.page.results.length > 0));
  await step(
    'space.getContentByTypeForSpace',
    () => space.getContentByTypeForSpace({ spaceKey: 'ENG', type: 'page', limit: 3 }),
    (r) => assert.equal(r.results.length, 3),
  );
}
