import { basename, dirname, join } from 'node:path';
import type { SimulationSettings } from '../config/simulation.ts';
import { kindOf, prefixOf } from '../host/given-file.ts';
import type { SimulationFormat } from '../report/simulation/formats.ts';
import type { SimulationReport } from '../report/simulation/report.ts';
import type { SheetOptions } from '../report/simulation/sheet.ts';
import { loadRepository } from './load.ts';
import { type Printed, Problems, type VerifyOptions } from './options.ts';
import { settle } from './settings.ts';
import { tellProblems } from './tell-problems.ts';

export interface SimulateOptions extends VerifyOptions {
  /** laid over `simulation:` of the configuration */
  readonly simulation?: SimulationSettings;
}

export interface PrintSimulationOptions extends SimulateOptions {
  /** simulate what the blueprint of the folder leads to, and not what is written there */
  readonly blueprint?: boolean;
  readonly format: SimulationFormat;
  readonly terminal: Omit<SheetOptions, 'pathPrefix'>;
}

/** What happens to a folder's platform when parts of it fail. @throws UserError */
export async function simulateFolder(
  folder: string,
  options: SimulateOptions = {},
  problems: Problems = new Problems(),
): Promise<{ readonly report: SimulationReport; readonly nothingRead: boolean }> {
  const settings = await settle(folder, options, problems);
  const { graph, filesRead } = await loadRepository(folder, settings, options, problems);
  options.onProgress?.('simulating failures');
  const [{ simulate }, { assembleSimulation }] = await Promise.all([
    import('../simulation/simulate.ts'),
    import('../report/simulation/assemble.ts'),
  ]);
  const simulated = simulate(graph, { ...settings.config.simulation, ...options.simulation });
  return { report: assembleSimulation(simulated), nothingRead: filesRead.size === 0 };
}

/**
 * The same as text in a format. A blueprint is simulated where it is given itself, or asked for, or is all that a folder holds.
 * @throws UserError
 */
export async function printSimulation(folder: string, options: PrintSimulationOptions): Promise<Printed> {
  if (options.blueprint || kindOf(folder) === 'file') return printBlueprint(folder, options);
  const problems = new Problems();
  const { report, nothingRead } = await simulateFolder(folder, options, problems);
  if (report.environments.length === 0 && kindOf(join(folder, 'plinth.yaml')) === 'file') {
    const printed = await printBlueprint(folder, options);
    return {
      ...printed,
      notes: `${printed.notes}nothing is written in ${folder} yet: its blueprint is simulated\n`,
    };
  }
  const { simulationFormats } = await import('../report/simulation/formats.ts');
  const render = await simulationFormats[options.format]();
  const out = render(report, { ...options.terminal, pathPrefix: prefixOf(folder) });
  const troubles = tellProblems(problems.all, prefixOf(folder));
  return nothingRead
    ? { out, notes: `${troubles}no infrastructure was read in ${folder}\n`, code: 3 }
    : { out, notes: troubles, code: 0 };
}

/** The environments of a blueprint, before anything is written. The code is 2 where it is wrong. */
async function printBlueprint(given: string, options: PrintSimulationOptions): Promise<Printed> {
  const [
    { blueprintAt, decide },
    { rehearse },
    { assembleSimulation },
    { simulationFormats },
    { tellWrong },
  ] = await Promise.all([
    import('./decide.ts'),
    import('../design/rehearsal/rehearse.ts'),
    import('../report/simulation/assemble.ts'),
    import('../report/simulation/formats.ts'),
    import('./tell-design.ts'),
  ]);
  const path = blueprintAt(given);
  const folder = dirname(path);
  const problems = new Problems();
  const settings = await settle(folder, options, problems);
  options.onProgress?.('deciding');
  const { architecture, source, problems: wrong } = decide(folder, basename(path));
  if (!architecture) return { out: '', notes: tellWrong(wrong, folder), code: 2 };
  options.onProgress?.('simulating failures');
  const { simulated } = rehearse(
    architecture,
    { ...settings.config.simulation, ...options.simulation },
    source,
  );
  const render = await simulationFormats[options.format]();
  const out = render(assembleSimulation(simulated), { ...options.terminal, pathPrefix: prefixOf(folder) });
  return { out, notes: tellProblems(problems.all, prefixOf(folder)), code: 0 };
}
