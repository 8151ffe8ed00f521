// confluence.js 2.x with a personal access token against `tributary emulate --deployment data-center`.
// node confluence-data-center.mjs http://127.0.0.1:8090
import { ConfluenceClient } from 'confluence.js-2';
import attachments from './confluence-data-center/attachments.mjs';
import comments from './confluence-data-center/comments.mjs';
import content from './confluence-data-center/content.mjs';
import labels from './confluence-data-center/labels.mjs';
import people from './confluence-data-center/people.mjs';
import properties from './confluence-data-center/properties.mjs';
import restrictions from './confluence-data-center/restrictions.mjs';
import search from './confluence-data-center/search.mjs';
import spaces from './confluence-data-center/spaces.mjs';
import trash from './confluence-data-center/trash.mjs';
import tree from './confluence-data-center/tree.mjs';
import { family, finish } from './steps.mjs';

const host = process.argv[2] ?? 'http://127.0.0.1:8090';

// The client posts some requests as forms, and a form needs Atlassian's XSRF header.
const as = (name) =>
  new ConfluenceClient({ host, apiPrefix: '/rest', noCheckAtlassianToken: true, authentication: { oauth2: { accessToken: `${name}-pat` } } });

/** What the families share; each adds what later ones need. */
const site = { alice: as('alice'), bob: as('bob'), charlie: as('charlie'), diana: as('diana') };

// In this order: spaces and pages are what the others work on, and the trash ends their lives.
const families = [spaces, content, tree, labels, comments, attachments, properties, search, restrictions, people, trash];
for (const each of families) await family(each, site);

finish();
