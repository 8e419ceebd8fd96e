import { execFileSync } from 'node:child_process';
import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import {
  cardNumber,
  redacted,
  redactionScript,
} from '../../../src/design/observability/pipeline/redaction.ts';

const lua = ['luajit', 'lua5.1', 'lua'].find((name) => {
  try {
    execFileSync(name, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

/** What Fluent Bit makes of a record. */
function kept(log: string): string {
  const script = `${redactionScript()}
local _, _, record = redact("kube", 0, { log = io.read("*a"), kubernetes = { pod_name = "1111111111111117" }, headers = { Authorization = "abc" } })
assert(record.kubernetes.pod_name == "1111111111111117")
assert(record.headers.Authorization == "[redacted]")
io.write(record.log)`;
  return execFileSync(lua!, ['-e', script], { input: log, encoding: 'utf8' });
}

describe.skipIf(lua === undefined)('redaction of logs', () => {
  it.each([
    ['paid with 4111 1111 1111 1111 today', 'paid with [card] today'],
    ['pan=5555555555554444,', 'pan=[card],'],
    ['378282246310005', '[card]'],
    ['from jane.doe+x@mail.example.com.', 'from [mail].'],
    ['Authorization: Bearer eyJhbGciOi.J9-_x=', 'Authorization: Bearer [redacted]'],
    ['authorization: basic dXNlcjpwYXNz', 'authorization: basic [redacted]'],
    ['{"Password": "hunter2", "user": 7}', '{"Password": "[redacted]", "user": 7}'],
  ])('takes out of %s what must not be kept', (before, after) => {
    expect(kept(before)).toBe(after);
  });

  it.each(['order 4111111111111112', 'trace 20261128055900123', 'took 12 ms at 10:00', 'GET /users/4'])(
    'leaves %s as it is',
    (text) => {
      expect(kept(text)).toBe(text);
    },
  );
});

it('redacts traces by expressions that the collector takes', () => {
  const all = [cardNumber, ...redacted.map(({ re2 }) => re2)].map((one) => RE2JS.compile(one));
  const hits = (text: string) => all.some((one) => one.matcher(text).find());
  for (const text of ['4111 1111 1111 1111', 'a@b.example', 'Bearer abc.def', 'Basic dXNlcjpwYXNz'])
    expect(hits(text), text).toBe(true);
  for (const text of ['order 17', '/users/4', 'select']) expect(hits(text), text).toBe(false);
});
