import assert from 'node:assert/strict';
import { refused, step } from '../steps.mjs';

export default async function tree({ alice: { content, contentChildrenAndDescendants: pages }, parent, child }) {
  const { id } = parent;
  await step(
    'contentChildrenAndDescendants.getContentChildren',
    () => pages.getContentChildren({ id, expand: ['page'] }),
    (r) => assert.equal(r.page.results[0].id, child.id),
  );
  await step(
    'contentChildrenAndDescendants.getContentChildrenByType',
    () => pages.getContentChildrenByType({ id, type: 'page' }),
    (r) => assert.equal(r.results.length, 1),
  );
  await step(
    'contentChildrenAndDescendants.getContentDescendants',
    () => pages.getContentDescendants({ id, expand: ['page'] }),
    (r) => assert.equal(r.page.results[0].id, child.id),
  );
  await step(
    'contentChildrenAndDescendants.getDescendantsOfType',
    () => pages.getDescendantsOfType({ id, type: 'page' }),
    (r) => assert.equal(r.results.length, 1),
  );

  const home = (await content.getContent({ spaceKey: 'ENG', title: 'Client parent', expand: ['space.homepage'] })).results[0].space.homepage;
  const move = (page, number, to) => ({ id: page.id, type: 'page', title: page.title, version: { number }, ancestors: [{ id: to }] });
  await step('content.updateContent (move)', () => content.updateContent(move(child, 3, home.id)), (r) => assert.equal(r.ancestors.at(-1).id, home.id));
  await step('content.updateContent (move back)', () => content.updateContent(move(child, 4, id)), (r) => assert.equal(r.ancestors.at(-1).id, id));
  await refused('content.updateContent in a circle', 400, () => content.updateContent(move(parent, 2, child.id)));
}
