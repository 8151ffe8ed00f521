import assert from 'node:assert/strict';
import { refused, step } from '../steps.mjs';

export default async function labels({ alice: { contentLabels }, charlie, child: { id } }) {
  const label = (name) => ({ prefix: 'global', name });
  await step(
    'contentLabels.addLabelsToContent',
    () => contentLabels.addLabelsToContent({ id, body: [label('client-label'), label('other-label')] }),
    (r) => assert.equal(r.results.length, 2),
  );
  await refused('contentLabels.addLabelsToContent by a reader', 403, () => charlie.contentLabels.addLabelsToContent({ id, body: [label('mine')] }));
  await step('contentLabels.getLabelsForContent', () => contentLabels.getLabelsForContent({ id }), (r) => assert.equal(r.results.length, 2));
  await step('contentLabels.removeLabelFromContent', () => contentLabels.removeLabelFromContent({ id, label: 'other-label' }));
  await step(
    'contentLabels.removeLabelFromContentUsingQueryParameter',
    () => contentLabels.removeLabelFromContentUsingQueryParameter({ id, name: 'client-label' }),
  );
  await step('contentLabels.getLabelsForContent (none left)', () => contentLabels.getLabelsForContent({ id }), (r) => assert.equal(r.results.length, 0));
}
