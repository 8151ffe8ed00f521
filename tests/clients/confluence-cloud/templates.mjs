import assert from 'node:assert/strict';
import { refused, step, until } from '../steps.mjs';
import { storage } from './bodies.mjs';

/** Templates, and bodies converted from one representation to another. */
export default async function templates({ v1 }) {
  const { template, contentBody } = v1;
  const minutes = (value) => ({ name: 'Client minutes', templateType: 'page', body: { storage: storage(value) }, space: { key: 'ENG' } });
  const created = await step('v1 template.createContentTemplate', () => template.createContentTemplate(minutes('<h1>Minutes</h1>')));
  const contentTemplateId = created.templateId;
  await step('v1 template.getContentTemplates', () => template.getContentTemplates({ spaceKey: 'ENG' }), (r) => assert.ok(r.results.length > 0));
  await step('v1 template.getContentTemplate', () => template.getContentTemplate({ contentTemplateId }), (r) => assert.equal(r.name, 'Client minutes'));
  await step('v1 template.getBlueprintTemplates', () => template.getBlueprintTemplates({}));
  await step(
    'v1 template.updateContentTemplate',
    () => template.updateContentTemplate({ ...minutes('<h1>Changed</h1>'), templateId: contentTemplateId }),
    (r) => assert.equal(r.body.storage.value, '<h1>Changed</h1>'),
  );
  await step('v1 template.removeTemplate', () => template.removeTemplate({ contentTemplateId }));
  await refused('v1 template.getContentTemplate of a removed template', 404, () => template.getContentTemplate({ contentTemplateId }));

  const conversion = await step(
    'v1 contentBody.asyncConvertContentBodyRequest',
    () => contentBody.asyncConvertContentBodyRequest({ to: 'export_view', representation: 'storage', value: '<p>To convert</p>' }),
  );
  await step(
    'v1 contentBody.asyncConvertContentBodyResponse',
    () => until(() => contentBody.asyncConvertContentBodyResponse({ id: conversion.asyncId }), (r) => r.status === 'COMPLETED'),
    (r) => assert.match(r.value, /To convert/),
  );
  const many = [{ to: 'view', body: storage('<p>One</p>') }, { to: 'storage', body: storage('<p>Two</p>') }];
  const conversions = await step(
    'v1 contentBody.bulkAsyncConvertContentBodyRequest',
    () => contentBody.bulkAsyncConvertContentBodyRequest({ conversionInputs: many }),
    (r) => assert.equal(r.length, 2),
  );
  await step(
    'v1 contentBody.bulkAsyncConvertContentBodyResponse',
    () => contentBody.bulkAsyncConvertContentBodyResponse({ ids: conversions.map((each) => each.asyncId) }),
    (r) => assert.deepEqual(r.map((each) => each.value), ['<p>One</p>', '<p>Two</p>']),
  );
}
