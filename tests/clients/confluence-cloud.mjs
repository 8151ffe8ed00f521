// confluence.js 3.x, unchanged, against `tributary emulate`: both API versions that it offers. It validates every answer against Atlassian's description.
// node confluence-cloud.mjs http://127.0.0.1:8090
import { createV1Client, createV2Client } from 'confluence.js';
import attachments from './cloud/attachments.mjs';
import blogPosts from './cloud/blog-posts.mjs';
import comments from './cloud/comments.mjs';
import labels from './cloud/labels.mjs';
import otherContent from './cloud/other-content.mjs';
import pages from './cloud/pages.mjs';
import people from './cloud/people.mjs';
import properties from './cloud/properties.mjs';
import reactions from './cloud/reactions.mjs';
import restrictions from './cloud/restrictions.mjs';
import search from './cloud/search.mjs';
import spaces from './cloud/spaces.mjs';
import templates from './cloud/templates.mjs';
import trash from './cloud/trash.mjs';
import tree from './cloud/tree.mjs';
import { family, finish } from './steps.mjs';

const host = process.argv[2] ?? 'http://127.0.0.1:8090';
const as = (name) => ({ host, auth: { type: 'basic', email: `${name}@example.com`, apiToken: `${name}-token` } });

/** What the families share; each adds what later ones need. */
const site = {
  host,
  v1: createV1Client(as('alice')),
  v2: createV2Client(as('alice')),
  charlie: createV2Client(as('charlie')),
  diana: createV2Client(as('diana')),
};

// In this order: spaces and pages are what the others work on, and the trash ends their lives.
const families = [
  spaces, pages, tree, labels, comments, attachments, properties, reactions, search, restrictions, people, templates, blogPosts, otherContent, trash,
];
for (const each of families) await family(each, site);

finish(160);
