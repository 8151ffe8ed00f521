// confluence.js 3.x, unchanged, against `tributary emulate`: both API versions that it offers. It validates every answer against Atlassian's description.
// node confluence-cloud.mjs http://127.0.0.1:8090
import { createV1Client, createV2Client } from 'confluence.js';
import attachments from './confluence-cloud/attachments.mjs';
import blogPosts from './confluence-cloud/blog-posts.mjs';
import comments from './confluence-cloud/comments.mjs';
import everyKind from './confluence-cloud/every-kind.mjs';
import labels from './confluence-cloud/labels.mjs';
import otherContent from './confluence-cloud/other-content.mjs';
import pages from './confluence-cloud/pages.mjs';
import people from './confluence-cloud/people.mjs';
import properties from './confluence-cloud/properties.mjs';
import reactions from './confluence-cloud/reactions.mjs';
import restrictions from './confluence-cloud/restrictions.mjs';
import search from './confluence-cloud/search.mjs';
import spaces from './confluence-cloud/spaces.mjs';
import templates from './confluence-cloud/templates.mjs';
import trash from './confluence-cloud/trash.mjs';
import tree from './confluence-cloud/tree.mjs';
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
  spaces, pages, tree, labels, comments, attachments, properties, reactions, search, restrictions, people, templates, blogPosts, otherContent, everyKind, trash,
];
for (const each of families) await family(each, site);

finish();
