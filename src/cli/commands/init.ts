import { type Command, InvalidArgumentError } from 'commander';
import type { Answers } from '../../operations/first-blueprint.ts';
import { UserError } from '../../operations/options.ts';
import type { Door } from '../door.ts';
import { collect } from '../verify-options.ts';

interface Flags extends Partial<Omit<Answers, 'services' | 'datastores' | 'environments'>> {
  readonly service?: readonly string[];
  readonly datastore?: readonly string[];
  readonly environment?: readonly string[];
}

export function addInit(program: Command, { terminal, answer }: Door): void {
  program
    .command('init')
    .description('Writes a first blueprint; on a terminal it asks, where --name or --account is left out.')
    .argument('[file]', 'where it is written (default: plinth.yaml where you stand)')
    .optionsGroup('What it says:')
    .option('--name <name>', 'the system')
    .option('--account <digits>', 'the AWS account')
    .option('--region <region>', 'the AWS region (default: that of guideline files, or eu-west-1)')
    .option('--domain <domain>', 'the domain that hosts are below')
    .option('--owner <team>', 'the team that answers for it')
    .option('--email <address>', 'where alarms go')
    .option('--service <name=image>', 'a service; repeatable', collect)
    .option('--datastore <name=type>', 'a datastore: orders=postgres; repeatable', collect)
    .option('--environment <name>', 'an environment; repeatable (default: production)', collect)
    .option('--compliance <standard>', 'soc2, hipaa, pci-dss or gdpr; repeatable', collect)
    .option('--budget <dollars>', 'US dollars a month', amount)
    .option('--repository <owner/name>', 'where it is kept; only its pipeline may change the platform')
    .action(async (file: string | undefined, { service, datastore, environment, ...rest }: Flags) => {
      const flags: Partial<Answers> = {
        ...rest,
        ...(service ? { services: service } : {}),
        ...(datastore ? { datastores: datastore } : {}),
        ...(environment ? { environments: environment } : {}),
      };
      const missing = (['name', 'account'] as const).filter((one) => flags[one] === undefined);
      const answers =
        missing.length > 0 && terminal.asks ? await (await import('../ask.ts')).ask(flags) : flags;
      const { name, account } = answers;
      if (name === undefined || account === undefined)
        throw new UserError(
          `init needs ${missing.map((one) => `--${one}`).join(' and ')}`,
          'plinth init --name shop --account 111122223333; on a terminal it asks',
        );
      const { init } = await import('../../operations/init.ts');
      const printed = await init(file ?? 'plinth.yaml', { ...answers, name, account });
      terminal.err(printed.notes);
      answer(printed.code);
    });
}

function amount(text: string): number {
  const dollars = Number(text);
  if (text.trim() === '' || !Number.isFinite(dollars) || dollars < 1)
    throw new InvalidArgumentError('It is a number of dollars.');
  return dollars;
}
