// Runs named operations one after another, prints a line each, and ends with a count. An operation counts only if it gave what was expected.
import assert from 'node:assert/strict';

let done = 0;
const failed = [];
const operations = new Set();

/** `name` is the client's function, and after it what is special about the call: operations are counted by the first alone. */
export async function step(name, run, check) {
  try {
    const result = await run();
    if (check) await check(result);
    done += 1;
    operations.add(/^((v[12]|agile|desk) )?[\w.]+/.exec(name)[0]);
    console.log(`ok      ${name}`);
    return result;
  } catch (error) {
    fail(name, error);
    return undefined;
  }
}

/** An operation that must be refused with this HTTP status; or with these words, for a client that does not tell the status. */
export function refused(name, expected, run) {
  return step(`${name} -> ${expected}`, async () => {
    let result;
    try {
      result = await run();
    } catch (error) {
      if (expected instanceof RegExp) return assert.match(describe(error), expected);
      // Some throw the body of the answer, others an error of their own.
      return assert.equal(error.status ?? error.response?.status ?? error.statusCode, expected, describe(error));
    }
    assert.fail(`answered ${JSON.stringify(result)?.slice(0, 200)}`);
  });
}

/**
 * A client's functions as steps, called by their names: `ask('issues.getIssue with its links', parameters, check)`. What follows the name says what is
 * special about the call. Parameters are one object, or a list where the client takes several.
 */
export function calls(client, prefix = '') {
  const run = (name, parameters) => {
    const path = /^[\w.]+/.exec(name)[0].split('.');
    const owner = path.slice(0, -1).reduce((part, key) => part[key], client);
    const list = Array.isArray(parameters) ? parameters : parameters === undefined ? [] : [parameters];
    return owner[path.at(-1)](...list);
  };
  return {
    ask: (name, parameters, check) => step(prefix + name, () => run(name, parameters), check),
    refused: (name, status, parameters) => refused(prefix + name, status, () => run(name, parameters)),
  };
}

/** Steps that share what they make: when one of them is missing what another did not make, the others still run. */
export async function family(run, site) {
  try {
    await run(site);
  } catch (error) {
    fail(`the rest of ${run.name}`, error);
  }
}

export function finish() {
  console.log(`operations: ${[...operations].sort().join(', ')}`);
  console.log(`${operations.size} operations in ${done} steps passed, ${failed.length} steps failed`);
  // Said here, because a client may keep its connection open.
  process.exit(failed.length > 0 ? 1 : 0);
}

/** Asks until the predicate holds: for work that the server does in the background. */
export async function until(ask, holds) {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const answer = await ask();
    if (holds(answer)) return answer;
  }
  assert.fail('it did not happen within 50 requests');
}

function fail(name, error) {
  failed.push(name);
  console.log(`FAILED  ${name}: ${describe(error)}`);
}

function describe(error) {
  const issues = error?.issues ?? error?.cause?.issues;
  const said = error?.response?.data ?? error?.body ?? (typeof error?.message === 'string' || typeof error === 'string' ? undefined : error);
  const text = issues ? JSON.stringify(issues) : said ? JSON.stringify(said) : String(error?.message ?? error);
  return text.replace(/\s+/g, ' ').slice(0, 600);
}
