import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { Example } from '../../src/checks/check.ts';
import { configSchema } from '../../src/config/schema.ts';
import { simulationChecks } from '../../src/simulation/findings/all.ts';
import { simulationIds } from '../../src/simulation/findings/ids.ts';
import { simulatedIn } from '../../src/simulation/findings/subjects.ts';
import { judge } from '../../src/verdict/judge.ts';
import { filesOf, readFiles } from '../support/read-example.ts';

async function judged(id: string, example: Example) {
  const { 'plinth.config.yaml': config, ...files } = filesOf(id, example);
  const { graph, problems } = await readFiles(files);
  expect(problems).toEqual([]);
  simulatedIn(graph, config ? configSchema.parse(load(config)).simulation : {});
  return judge(graph, [simulationChecks.find((one) => one.id === id)!]);
}

describe('every check of what a simulation finds', () => {
  it('is known by its id without being loaded', () => {
    expect(simulationChecks.map(({ id }) => id)).toEqual([...simulationIds]);
  });

  describe.each(simulationIds)('%s', (id) => {
    const { examples, title, why } = simulationChecks.find((one) => one.id === id)!;

    it('says what it is', () => {
      expect(title).not.toMatch(/\.$/);
      expect(why.length).toBeGreaterThan(60);
    });

    it('finds the bad example', async () => {
      const { findings, problems } = await judged(id, examples.bad);
      expect(problems).toEqual([]);
      expect(findings.map(({ check }) => check)).toContain(id);
      for (const { message } of findings) expect(message).toMatch(/\S.{20,}/);
    });

    it('examines the good example and is silent', async () => {
      const { findings, tallies, problems } = await judged(id, examples.good);
      expect(problems).toEqual([]);
      expect(findings.map(({ message }) => message)).toEqual([]);
      expect(tallies[0]!.examined).toBeGreaterThan(0);
    });
  });
});
