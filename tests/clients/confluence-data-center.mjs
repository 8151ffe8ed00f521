// confluence.js 2.x with a personal access token against `tributary emulate --deployment data-center`.
// node confluence-data-center.mjs http://127.0.0.1:8090
import { ConfluenceClient } from 'confluence.js-2';
import attachments from './data-center/attachments.mjs';
import comments from './data-center/comments.mjs';
import content from './data-center/content.mjs';
import labels from './data-center/labels.mjs';
import people from './data-center/people.mjs';
import properties from './data-center/properties.mjs';
import restrictions from './data-center/restrictions.mjs';
import search from './data-center/search.mjs';
import spaces from './data-center/spaces.mjs';
import trash from './data-center/trash.mjs';
import tree from './data-center/tree.mjs';
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

finish(55);
