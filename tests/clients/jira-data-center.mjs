// jira-client 8.x against `tributary emulate --deployment data-center`, by name and password and by personal access token.
// node jira-data-center.mjs http://127.0.0.1:8090
import JiraApi from 'jira-client';
import agile from './jira-data-center/agile.mjs';
import inside from './jira-data-center/inside.mjs';
import issues from './jira-data-center/issues.mjs';
import projects from './jira-data-center/projects.mjs';
import search from './jira-data-center/search.mjs';
import site from './jira-data-center/site.mjs';
import { calls, family, finish } from './steps.mjs';

const host = new URL(process.argv[2] ?? 'http://127.0.0.1:8090');
const as = (credential) => calls(new JiraApi({ protocol: 'http', host: host.hostname, port: host.port, ...credential }));

/** What the families share; each adds what later ones need. */
const team = {
  ...as({ bearer: 'alice-pat' }),
  bob: as({ username: 'bob', password: 'bob-password' }),
  charlie: as({ bearer: 'charlie-pat' }),
  stranger: as({ username: 'bob', password: 'wrong' }),
};

// In this order: the issue that one makes is what the others work on.
for (const each of [site, projects, issues, inside, search, agile]) await family(each, team);

finish();
