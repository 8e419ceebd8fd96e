import { type Command, InvalidArgumentError } from 'commander';
import type { SimulationSettings } from '../../config/simulation.ts';
import type { SimulationFormat } from '../../report/simulation/formats.ts';
import type { Door } from '../door.ts';
import { oneOf, onlyFolder } from '../misuse.ts';
import { addReadingOptions, readingOptions } from '../verify-options.ts';

const formats: readonly SimulationFormat[] = ['text', 'json', 'markdown', 'html'];

interface Flags
  extends Pick<
    SimulationSettings,
    'zones' | 'nodes' | 'instanceType' | 'cpuRequest' | 'memoryRequest' | 'nodeAutoscaling' | 'load'
  > {
  readonly format?: SimulationFormat;
  readonly verbose?: boolean;
  readonly blueprint?: boolean;
}

export function addSimulate(program: Command, { terminal, progress, answer }: Door): void {
  const command = program
    .command('simulate')
    .description(
      'Fails nodes, zones and services of the platform that the code describes, and tells what goes on serving.',
    )
    .summary('what goes on serving when parts fail')
    .argument('[folder]', 'the repository, any folder of it, or a blueprint (default: where you stand)')
    .allowExcessArguments()
    .optionsGroup('What is simulated:')
    .option('--blueprint', 'what the blueprint of the folder leads to, and not what is written there')
    .optionsGroup('What is shown:')
    .option('-f, --format <name>', `${formats.join(', ')} (default: text)`, oneOf('--format', formats))
    .option('-v, --verbose', 'every outcome, step, source and assumption')
    .optionsGroup('What the repository does not say:')
    .option('--zones <number>', 'zones, where none are named', whole)
    .option('--nodes <number>', 'nodes of a pool whose size is not known', whole)
    .option('--instance-type <type>', 'instance type where none is named, such as m5.xlarge')
    .option('--cpu-request <quantity>', 'what a container counts for that requests no CPU, such as 100m')
    .option('--memory-request <quantity>', 'the same for memory, such as 128Mi')
    .option('--node-autoscaling', 'something adds nodes where pods wait')
    .option(
      '--load <times>',
      'the load that is tried, as a multiple of that of today (default: 2)',
      multiple,
    );
  addReadingOptions(command).action(async (_: string, flags: Flags) => {
    const { printSimulation } = await import('../../operations/simulate.ts');
    const { zones, nodes, instanceType, cpuRequest, memoryRequest, nodeAutoscaling, load } = flags;
    const given = { zones, nodes, instanceType, cpuRequest, memoryRequest, nodeAutoscaling, load };
    const { out, notes, code } = await printSimulation(onlyFolder(command), {
      ...readingOptions(flags),
      onProgress: progress.stage,
      format: flags.format ?? 'text',
      blueprint: flags.blueprint === true,
      simulation: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      terminal: { colour: terminal.colour, width: terminal.width, verbose: flags.verbose === true },
    });
    progress.end();
    terminal.err(notes);
    terminal.out(out);
    answer(code);
  });
}

function whole(value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new InvalidArgumentError('Give a whole number from 1 to 9999.');
  return Number(value);
}

function multiple(value: string): number {
  const number = Number(value);
  if (!(number > 1 && number <= 1000)) throw new InvalidArgumentError('Give a number above 1.');
  return number;
}
