import assert from 'node:assert/strict';
import { text } from './texts.mjs';

export default async function comments({ ask, refused, bob, charlie, key: issueIdOrKey }) {
  const made = await ask('issueComments.addComment', { issueIdOrKey, body: text('First') }, (r) => assert.equal(r.body.type, 'doc'));
  const internal = await ask(
    'issueComments.addComment for administrators',
    { issueIdOrKey, body: text('Second'), visibility: { type: 'role', value: 'Administrators' } },
    (r) => assert.equal(r.visibility.value, 'Administrators'),
  );
  await ask('issueComments.addComment in wiki markup', { issueIdOrKey, body: '*Third*' }, (r) => assert.equal(r.body.content[0].content[0].marks[0].type, 'strong'));
  await refused('issueComments.addComment without a body', 400, { issueIdOrKey });
  await refused('issueComments.addComment to an issue that is not there', 404, { issueIdOrKey: 'ENG-99999', body: text('x') });
  await ask('issueComments.getComments', { issueIdOrKey, orderBy: '-created', maxResults: 2, expand: 'renderedBody' }, (r) => assert.deepEqual([r.comments.length, r.total], [2, 3]));
  await ask('issueComments.getComment', { issueIdOrKey, id: made.id, expand: 'renderedBody' }, (r) => assert.match(r.renderedBody, /First/));
  await bob.refused('issueComments.getComment for others', 404, { issueIdOrKey, id: internal.id });
  await ask('issueComments.updateComment', { issueIdOrKey, id: made.id, body: { body: text('First, changed') } }, (r) => assert.equal(r.body.content[0].content[0].text, 'First, changed'));
  await charlie.refused('issueComments.updateComment of another by a reader', 400, { issueIdOrKey, id: made.id, body: { body: text('x') } });
  await ask('issueComments.getCommentsByIds', { ids: [Number(made.id)] }, (r) => assert.equal(r.values[0].id, made.id));
  await ask('issueComments.deleteComment', { issueIdOrKey, id: made.id });
  await refused('issueComments.deleteComment twice', 404, { issueIdOrKey, id: made.id });
}
