// Calls earlier names of the tools, which are not listed, with the TypeScript SDK.
// node aliases.mjs http://127.0.0.1:9001/mcp   |   node aliases.mjs dotnet tributary.dll serve --demo
import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { finish, step } from './steps.mjs';

const [target, ...args] = process.argv.slice(2);
const client = new Client({ name: 'aliases', version: '1.0.0' });
await client.connect(target.startsWith('http') ? new StreamableHTTPClientTransport(new URL(target)) : new StdioClientTransport({ command: target, args, stderr: 'ignore' }));
const call = async (name, parameters) => {
  const result = await client.callTool({ name, arguments: parameters });
  assert.ok(!result.isError, JSON.stringify(result.content));
  return result.structuredContent;
};

await step('none is listed', () => client.listTools(), (r) => assert.ok(r.tools.every((tool) => !/^(get|search|create|update|delete|add)_(confluence|page)/.test(tool.name))));
await step('get_confluence_page', () => call('get_confluence_page', { page_id: '98304' }), (r) => assert.equal(r.page_id, '98304'));
await step('search_confluence_pages', () => call('search_confluence_pages', { query: 'architecture' }), (r) => assert.ok(r.results.length > 0));
const page = await step('create_confluence_page', () => call('create_confluence_page', { space_key: 'ENG', title: 'By an earlier name', content: '<p>Hello</p>' }), (r) => assert.equal(r.version, 1));
await step('update_confluence_page', () => call('update_confluence_page', { page_id: page.page_id, new_version_number: 2, content: '<p>Hello again</p>' }), (r) => assert.equal(r.version, 2));
await step('get_confluence_spaces', () => call('get_confluence_spaces', {}), (r) => assert.ok(r.spaces.length >= 3));
await step('get_confluence_page_comments', () => call('get_confluence_page_comments', { page_id: '98304' }), (r) => assert.ok(r.comments.length > 0));
await step('get_confluence_page_attachments', () => call('get_confluence_page_attachments', { page_id: '98304' }), (r) => assert.ok(Array.isArray(r.attachments)));
await step('add_confluence_page_attachment', () => call('add_confluence_page_attachment', { page_id: page.page_id, filename: 'a.txt', content_base64: 'aGVsbG8=' }), (r) => assert.equal(r.title, 'a.txt'));
await step('delete_confluence_page', () => call('delete_confluence_page', { page_id: page.page_id }), (r) => assert.equal(r.status, 'success'));
await client.close();
finish();
