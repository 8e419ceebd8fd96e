import type { SimulationSettings } from '../config/simulation.ts';
import { prefixOf } from '../host/given-file.ts';
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

/** The same as text in a format. @throws UserError */
export async function printSimulation(folder: string, options: PrintSimulationOptions): Promise<Printed> {
  const problems = new Problems();
  const { report, nothingRead } = await simulateFolder(folder, options, problems);
  const { simulationFormats } = await import('../report/simulation/formats.ts');
  const render = await simulationFormats[options.format]();
  const out = render(report, { ...options.terminal, pathPrefix: prefixOf(folder) });
  const troubles = tellProblems(problems.all, prefixOf(folder));
  return nothingRead
    ? { out, notes: `${troubles}no infrastructure was read in ${folder}\n`, code: 3 }
    : { out, notes: troubles, code: 0 };
}
