import { type Answers, faultsOf } from '../operations/first-blueprint.ts';
import { UserError } from '../operations/options.ts';

type Partly = { -readonly [K in keyof Answers]?: Answers[K] };

/** Asks on a terminal for what the flags leave open. @throws UserError where the user gives up */
export async function ask(flags: Partly): Promise<Partly> {
  const { intro, isCancel, multiselect, text } = await import('@clack/prompts');
  const { datastoreTypes, standards } = await import('../blueprint/schema.ts');
  const answered = <T>(answer: T): Exclude<T, symbol> => {
    if (isCancel(answer)) throw new UserError('given up: nothing was written');
    return answer as Exclude<T, symbol>;
  };
  const all: Partly = { ...flags };
  /** Asks for one answer; what is wrong with it is told at once, as at the end it would cost all of them. */
  const line = async <K extends keyof Answers>(
    key: K,
    message: string,
    placeholder: string,
    read: (value: string) => Partly[K],
    isNeeded = false,
  ): Promise<void> => {
    if (all[key] !== undefined) return;
    const validate = (given = ''): string | undefined => {
      const value = given.trim();
      if (value === '') return isNeeded ? 'it is needed' : undefined;
      try {
        return faultsOf({ ...all, [key]: read(value) })
          .at(0)
          ?.replace(/^--/, '');
      } catch (error) {
        if (error instanceof UserError) return `name=what, as ${placeholder.split(' ')[0]}`;
        throw error;
      }
    };
    const value = answered(await text({ message, placeholder, validate })) ?? '';
    if (value.trim() !== '') all[key] = read(value.trim());
  };
  intro('A blueprint for a platform');
  await line('name', 'What is the system called?', 'shop', String, true);
  await line('account', 'Which AWS account does it go to?', '111122223333', String, true);
  await line(
    'region',
    'In which region? (empty: that of your guideline files, or eu-west-1)',
    'eu-west-1',
    String,
  );
  await line('domain', 'Below which domain is it reached? (empty: none)', 'shop.example', String);
  await line('email', 'Whose mail do alarms go to? (empty: told later)', 'ops@shop.example', String);
  await line('services', 'Which services? name=image, several with blanks', 'api=ghcr.io/acme/api', list);
  await line(
    'datastores',
    `Which datastores? name=type (${datastoreTypes.join(', ')})`,
    'orders=postgres',
    list,
  );
  await line('environments', 'Which environments? (empty: production)', 'staging production', list);
  if (all.compliance === undefined) {
    const options = standards.map((value) => ({ value: value as string, label: value }));
    all.compliance = answered(
      await multiselect({ message: 'What is it audited against?', options, required: false }),
    );
  }
  await line('budget', 'How many US dollars a month may it cost? (empty: no budget)', '1000', Number);
  await line(
    'repository',
    `Where is it kept? Only that repository’s pipeline may change it. (empty: ${all.name}/platform)`,
    'acme/platform',
    String,
  );
  return all;
}

function list(text: string): string[] {
  return text.split(/\s+/);
}
