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
    operations.add(/^(v[12] )?[\w.]+/.exec(name)[0]);
    console.log(`ok      ${name}`);
    return result;
  } catch (error) {
    fail(name, error);
    return undefined;
  }
}

/** An operation that must be refused with this HTTP status. */
export function refused(name, status, run) {
  return step(`${name} -> ${status}`, async () => {
    let result;
    try {
      result = await run();
    } catch (error) {
      // Version 2 throws the body of the answer, version 3 an error of its own.
      assert.equal(error.status ?? error.response?.status ?? error.statusCode, status, describe(error));
      return;
    }
    assert.fail(`answered ${JSON.stringify(result)?.slice(0, 200)}`);
  });
}

/** Steps that share what they make: when one of them is missing what another did not make, the others still run. */
export async function family(run, site) {
  try {
    await run(site);
  } catch (error) {
    fail(`the rest of ${run.name}`, error);
  }
}

export function finish(atLeast) {
  console.log(`${operations.size} operations in ${done} steps passed, ${failed.length} steps failed`);
  if (operations.size < atLeast) console.log(`expected at least ${atLeast} operations`);
  if (failed.length > 0 || operations.size < atLeast) process.exit(1);
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
  const said = error?.response?.data ?? error?.body;
  const text = issues ? JSON.stringify(issues) : said ? JSON.stringify(said) : String(error?.message ?? error);
  return text.replace(/\s+/g, ' ').slice(0, 600);
}
