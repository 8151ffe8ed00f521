// Times a stdio server from start to its `initialize` reply, and reads its resident memory idle and after 500 calls.
//   node bench/stdio.mjs [--starts 20] [--call TOOL JSON] -- artifacts/tributary/tributary serve --demo
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const split = process.argv.indexOf('--');
const flags = process.argv.slice(2, split < 0 ? 2 : split);
const [command, ...args] = split < 0 ? ['artifacts/tributary/tributary', 'serve', '--demo'] : process.argv.slice(split + 1);
const flag = (name, count) => flags.includes(name) ? flags.slice(flags.indexOf(name) + 1, flags.indexOf(name) + 1 + count) : undefined;
const starts = Number(flag('--starts', 1)?.[0] ?? 20);
const [tool, json] = flag('--call', 2) ?? ['confluence_list_spaces', '{}'];

function start() {
  const began = performance.now();
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting = new Map();
  createInterface({ input: child.stdout }).on('line', line => {
    const message = JSON.parse(line);
    waiting.get(message.id)?.(message);
  });
  let id = 0;
  const send = message => child.stdin.write(JSON.stringify({ jsonrpc: '2.0', ...message }) + '\n');
  const request = (method, params) => new Promise(resolve => { waiting.set(++id, resolve); send({ id, method, params }); });
  const initialize = request('initialize', { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'bench', version: '1' } })
    .then(() => performance.now() - began);
  const end = () => new Promise(resolve => { child.on('exit', resolve); child.stdin.end(); });
  return { child, send, request, initialize, end };
}

const rss = pid => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);
const median = values => values.sort((a, b) => a - b)[values.length >> 1];

const times = [];
for (let i = 0; i < starts + 2; i++) {
  const server = start();
  const time = await server.initialize;
  // The first two warm the disk cache.
  if (i > 1) times.push(time);
  await server.end();
}
console.log(`start to initialize: median ${median(times).toFixed(0)} ms, best ${times[0].toFixed(0)}, worst ${times.at(-1).toFixed(0)} (${starts} starts)`);

const server = start();
await server.initialize;
server.send({ method: 'notifications/initialized' });
await server.request('tools/list', {});
await new Promise(resolve => setTimeout(resolve, 3000));
console.log(`resident memory idle: ${rss(server.child.pid)} MB`);
let failed = 0;
const began = performance.now();
for (let i = 0; i < 500; i++) {
  const answer = await server.request('tools/call', { name: tool, arguments: JSON.parse(json) });
  failed += answer.error || answer.result.isError ? 1 : 0;
}
console.log(`after 500 calls of ${tool}: ${rss(server.child.pid)} MB, ${((performance.now() - began) / 500).toFixed(2)} ms a call, ${failed} failed`);
await server.end();
