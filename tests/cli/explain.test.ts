import { expect, it } from 'vitest';
import { ids } from '../../src/checks/generated/ids.ts';
import { findChecks } from '../../src/operations/find-checks.ts';
import { simulationIds } from '../../src/simulation/findings/ids.ts';
import { allChecks } from '../../src/verdict/select-checks.ts';
import { plinth, plinthOn } from './command-line.ts';

it('lists every check, a line each', async () => {
  const { code, out } = await plinth('explain');
  expect(code).toBe(0);
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0]),
  ).toEqual([...ids, ...simulationIds]);
});

it('explains every check: why, examples, and what to do', async () => {
  for (const check of await allChecks()) {
    const { code, out } = await plinthOn({ width: 80 }, 'explain', check.id);
    expect(code, check.id).toBe(0);
    expect(out, check.id).toMatch(/^Bad\n[\s\S]+^Good\n[\s\S]+plinth:ignore/m);
    expect(out.replaceAll(/\s+/g, ' '), check.id).toContain(check.why.replaceAll(/\s+/g, ' '));
    const why = out.slice(0, out.indexOf('\nBad\n')).split('\n');
    expect(
      why.filter((line) => line.length > 80 && line.includes(' ')),
      check.id,
    ).toEqual([]);
  }
});

it('knows every check by the ids of other tools, in any case, with and without the name of the tool', async () => {
  const others = (await allChecks()).flatMap(({ id, sameAs = [] }) =>
    sameAs.map((same) => [id, same] as const),
  );
  expect(others.length).toBeGreaterThan(100);
  for (const [id, same] of others) {
    const bare = same.slice(same.indexOf(':') + 1);
    for (const name of [same, bare, bare.toLowerCase()]) {
      const found = await findChecks(name);
      expect(
        found.map((check) => check.id),
        name,
      ).toContain(id);
    }
  }
  const { code, out } = await plinth('explain', 'ckv_k8s_20');
  expect(code).toBe(0);
  expect(out).toContain('kubernetes/privilege-escalation');
});

it('takes a family, and the last part of an id', async () => {
  const family = await plinth('explain', 'terraform/*');
  expect(family.out).toMatch(/^terraform\/\* means \d+ checks\n\nterraform\//);
  expect((await plinth('explain', 'terraform')).out.slice(10)).toContain('terraform/state-local');
  expect((await plinth('explain', 'run-as-root')).out).toMatch(/^kubernetes\/run-as-root\n/);
});

it.each([
  ['kubernetes/run-as-rot', 'did you mean kubernetes/run-as-root?'],
  ['run-as-rot', 'did you mean kubernetes/run-as-root?'],
  ['terrafrom', 'did you mean terraform/*?'],
  ['memory-limits', /did you mean .*kubernetes\/memory-limit-missing/],
  ['CKV_NOBODY_1', '`plinth explain` lists them all'],
])('answers %s with what was meant', async (name, hint) => {
  const { code, err } = await plinth('explain', name);
  expect(code).toBe(2);
  expect(err).toMatch(`there is no check ${name}\n`);
  expect(err).toMatch(hint);
});
