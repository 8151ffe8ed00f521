// jira.js 2.x, whose texts are wiki markup, against `tributary emulate`: on Cloud with an API token, on Data Center with a personal access token.
// node jira-version-2.mjs http://127.0.0.1:8090 [data-center]
import { AgileClient, Version2Client } from 'jira.js-2';
import agile from './jira-version-2/agile.mjs';
import fields from './jira-version-2/fields.mjs';
import inside from './jira-version-2/inside.mjs';
import issues from './jira-version-2/issues.mjs';
import links from './jira-version-2/links.mjs';
import people from './jira-version-2/people.mjs';
import projects from './jira-version-2/projects.mjs';
import search from './jira-version-2/search.mjs';
import { calls, family, finish } from './steps.mjs';

const [host = 'http://127.0.0.1:8090', deployment = 'cloud'] = process.argv.slice(2);
const isCloud = deployment === 'cloud';
const config = (name, secret) => ({
  host,
  authentication: isCloud ? { basic: { email: `${name}@example.com`, apiToken: secret ?? `${name}-token` } } : { personalAccessToken: secret ?? `${name}-pat` },
  newErrorHandling: true,
});

/** What the families share; each adds what later ones need. */
const team = {
  isCloud,
  ...calls(new Version2Client(config('alice'))),
  charlie: calls(new Version2Client(config('charlie'))),
  stranger: calls(new Version2Client(config('bob', 'wrong'))),
  agile: calls(new AgileClient(config('alice')), 'agile '),
};

// In this order: the issue that one makes is what the others work on.
for (const each of [people, projects, fields, issues, inside, links, search, agile]) await family(each, team);

finish();
