import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnyCheck } from '../../src/checks/check.ts';
import { families } from '../../src/checks/generated/families.ts';
import { dimensions, severities } from '../../src/model/dimension.ts';
import { judge } from '../../src/verdict/judge.ts';
import { filesOf, readFiles } from '../support/read-example.ts';

const folder = resolve(import.meta.dirname, '../../src/checks');
const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /^(?!generated)[^/]+\/[^/]+(?<!\.test)\.ts$/.test(name))
  .map((name) => name.slice(0, -3))
  .sort();

describe('every check', () => {
  const registered = new Map<string, AnyCheck>();
  beforeAll(async () => {
    for (const load of Object.values(families))
      for (const check of (await load()).checks) registered.set(check.id, check);
  });

  it('is registered under its path, and nothing else is', () => {
    expect([...registered.keys()].sort()).toEqual(paths);
  });

  describe.each(paths)('%s', (id) => {
    const check = () => registered.get(id)!;

    it('says what it is', () => {
      const { title, why, dimension, severity, sameAs = [], controls = [] } = check();
      expect(dimensions).toContain(dimension);
      expect(severities).toContain(severity);
      expect(title.length).toBeGreaterThan(8);
      expect(title).not.toMatch(/\.$|TODO/);
      expect(why.length).toBeGreaterThan(60);
      for (const same of [...sameAs, ...controls]) expect(same).toMatch(/^[a-z0-9-]+:\S/);
      expect(new Set(sameAs).size).toBe(sameAs.length);
    });

    it('finds the bad example', async () => {
      const { graph, problems } = await readFiles(filesOf(id, check().examples.bad));
      const { findings, problems: failures } = judge(graph, [check()]);
      expect({ problems, failures }).toEqual({ problems: [], failures: [] });
      expect(findings.map((finding) => finding.check)).toContain(id);
      for (const { message } of findings) expect(message).toMatch(/\S.{20,}/);
    });

    it('examines the good example and is silent', async () => {
      const { graph, problems } = await readFiles(filesOf(id, check().examples.good));
      const { findings, tallies, problems: failures } = judge(graph, [check()]);
      expect({ problems, failures }).toEqual({ problems: [], failures: [] });
      expect(findings.map(({ message }) => message)).toEqual([]);
      expect(tallies[0]!.examined).toBeGreaterThan(0);
      expect(tallies[0]!.undecided).toBeLessThan(tallies[0]!.examined);
    });
  });
});
