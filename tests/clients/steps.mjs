// Runs named operations one after another, prints a line each, and ends with a count. An operation counts only if it gave what was expected.
import assert from 'node:assert/strict';

let done = 0;
const failed = [];

export async function step(name, run, check) {
  try {
    const result = await run();
    if (check) await check(result);
    done += 1;
    console.log(`ok      ${name}`);
    return result;
  } catch (error) {
    failed.push(name);
    console.log(`FAILED  ${name}: ${describe(error)}`);
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
      assert.equal(error.status ?? error.response?.status, status, describe(error));
      return;
    }
    assert.fail(`answered ${JSON.stringify(result)?.slice(0, 200)}`);
  });
}

export function finish(atLeast) {
  console.log(`${done} operations passed, ${failed.length} failed`);
  if (failed.length > 0 || done < atLeast) {
    if (done < atLeast) console.log(`expected at least ${atLeast} operations`);
    process.exit(1);
  }
}

/** Asks until the predicate holds: for work that the server does in the background. */
export async function until(ask, holds) {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const answer = await ask();
    if (holds(answer)) return answer;
  }
  assert.fail('it did not happen within 50 requests');
}

function describe(error) {
  const text = error?.issues ? JSON.stringify(error.issues) : String(error?.response?.data ? JSON.stringify(error.response.data) : (error?.message ?? error));
  return text.replace(/\s+/g, ' ').slice(0, 600);
}
