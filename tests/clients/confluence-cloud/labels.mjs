import assert from 'node:assert/strict';
import { step } from '../steps.mjs';

export default async function labels(site) {
  const { v1, v2, eng, child, childId } = site;
  await step(
    'v1 contentLabels.addLabelsToContent',
    () => v1.contentLabels.addLabelsToContent({ id: child.id, body: [{ prefix: 'global', name: 'client-label' }, { prefix: 'global', name: 'other-label' }] }),
    (r) => assert.equal(r.results.length, 2),
  );
  const own = await step('v2 label.getPageLabels', () => v2.label.getPageLabels({ id: childId }), (r) => assert.equal(r.results.length, 2));
  await step('v2 label.getLabels', () => v2.label.getLabels({ limit: 5 }), (r) => assert.ok(r.results.length > 0));
  await step('v2 label.getSpaceContentLabels', () => v2.label.getSpaceContentLabels({ id: eng }), (r) => assert.ok(r.results.length > 0));
  await step(
    'v2 page.getLabelPages',
    () => v2.page.getLabelPages({ id: Number(own.results[0].id) }),
    (r) => assert.ok(r.results.some((page) => page.id === child.id)),
  );
  await step(
    'v1 labelInfo.getAllLabelContent',
    () => v1.labelInfo.getAllLabelContent({ name: 'client-label', type: 'page' }),
    (r) => assert.equal(r.associatedContents.results[0].contentId, childId),
  );
  await step('v1 contentLabels.removeLabelFromContent', () => v1.contentLabels.removeLabelFromContent({ id: child.id, label: 'other-label' }));
  await step(
    'v1 contentLabels.removeLabelFromContentUsingQueryParameter',
    () => v1.contentLabels.removeLabelFromContentUsingQueryParameter({ id: child.id, name: 'client-label' }),
  );
  await step('v2 label.getPageLabels (none left)', () => v2.label.getPageLabels({ id: childId }), (r) => assert.equal(r.results.length, 0));

  await step('v1 experimental.addLabelsToSpace', () => v1.experimental.addLabelsToSpace({ spaceKey: 'ENG', body: { prefix: 'team', name: 'client-team' } }));
  await step('v1 experimental.getLabelsForSpace', () => v1.experimental.getLabelsForSpace({ spaceKey: 'ENG' }), (r) => {
    assert.ok(r.results.some((label) => label.label === 'team:client-team'));
  });
  await step('v2 label.getSpaceLabels', () => v2.label.getSpaceLabels({ id: eng, prefix: 'team' }), (r) => assert.ok(r.results.length > 0));
  await step('v1 experimental.deleteLabelFromSpace', () => v1.experimental.deleteLabelFromSpace({ spaceKey: 'ENG', name: 'client-team', prefix: 'team' }));
}
