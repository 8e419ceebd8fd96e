import { expect } from 'vitest';
import type { SimulationSettings } from '../../src/config/simulation.ts';
import { type Simulated, simulate } from '../../src/simulation/simulate.ts';
import { readFiles } from './read-example.ts';

/** The only platform that is described, failed. */
export async function simulated(
  files: string | Readonly<Record<string, string>>,
  settings: SimulationSettings = {},
): Promise<Simulated> {
  const { graph, problems } = await readFiles(typeof files === 'string' ? { 'main.tf': files } : files);
  expect(problems).toEqual([]);
  const [one, ...others] = simulate(graph, settings);
  expect(others).toEqual([]);
  return one!;
}

/** What becomes of a workload in a scenario. */
export function outcomeOf({ scenarios }: Simulated, id: string, workload: string) {
  return scenarios.find((one) => one.id === id)?.outcomes.find((one) => one.workload.name === workload);
}
