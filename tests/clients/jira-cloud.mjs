// jira.js 6.x, unchanged, against `tributary emulate`: the platform (v3), boards and sprints, service desks. It validates every answer against Atlassian's description.
// node jira-cloud.mjs http://127.0.0.1:8090
import { createAgileClient, createCloudClient, createServiceDeskClient } from 'jira.js';
import { createClient } from 'jira.js/core';
import attachments from './jira-cloud/attachments.mjs';
import boards from './jira-cloud/boards.mjs';
import bulk from './jira-cloud/bulk.mjs';
import comments from './jira-cloud/comments.mjs';
import door from './jira-cloud/door.mjs';
import fields from './jira-cloud/fields.mjs';
import filters from './jira-cloud/filters.mjs';
import issues from './jira-cloud/issues.mjs';
import links from './jira-cloud/links.mjs';
import people from './jira-cloud/people.mjs';
import projects from './jira-cloud/projects.mjs';
import properties from './jira-cloud/properties.mjs';
import search from './jira-cloud/search.mjs';
import serviceDesk from './jira-cloud/service-desk.mjs';
import site from './jira-cloud/site.mjs';
import sprints from './jira-cloud/sprints.mjs';
import versions from './jira-cloud/versions.mjs';
import watchers from './jira-cloud/watchers.mjs';
import worklogs from './jira-cloud/worklogs.mjs';
import { calls, family, finish } from './steps.mjs';

const host = process.argv[2] ?? 'http://127.0.0.1:8090';

// An answer that its description does not fit is an error, and not a warning.
const as = (name, apiToken = `${name}-token`) =>
  createClient({ host, auth: { type: 'basic', email: `${name}@example.com`, apiToken }, onSchemaMismatch: 'throw' });

/** What the families share; each adds what later ones need. */
const team = {
  host,
  ...calls(createCloudClient(as('alice'))),
  bob: calls(createCloudClient(as('bob'))),
  charlie: calls(createCloudClient(as('charlie'))),
  diana: calls(createCloudClient(as('diana'))),
  stranger: calls(createCloudClient(as('bob', 'wrong'))),
  agile: calls(createAgileClient(as('alice')), 'agile '),
  charlieAgile: calls(createAgileClient(as('charlie')), 'agile '),
  desk: calls(createServiceDeskClient(as('alice')), 'desk '),
  dianaDesk: calls(createServiceDeskClient(as('diana')), 'desk '),
};

// In this order: projects and issues are what the others work on.
const families = [
  door, site, people, projects, versions, fields, issues, comments, worklogs, links, attachments, watchers, properties, search, filters, bulk, boards, sprints, serviceDesk,
];
for (const each of families) await family(each, team);

finish();
