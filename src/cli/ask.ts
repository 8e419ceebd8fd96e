import type { Answers } from '../operations/init.ts';
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
  const line = async (message: string, placeholder: string, check: (value: string) => string | undefined) =>
    answered(await text({ message, placeholder, validate: (value) => check(value ?? '') }));
  const required = (form: RegExp, hint: string) => (value: string) => (form.test(value) ? undefined : hint);
  const optional = (form: RegExp, hint: string) => (value: string) =>
    value === '' || form.test(value) ? undefined : hint;
  intro('A blueprint for a platform');
  const all: Partly = { ...flags };
  all.name ??= await line(
    'What is the system called?',
    'shop',
    required(/^[a-z][a-z0-9-]*$/, 'small letters, digits, hyphens'),
  );
  all.account ??= await line(
    'Which AWS account does it go to?',
    '111122223333',
    required(/^\d{12}$/, '12 digits'),
  );
  all.region ??=
    (await line('In which region?', 'eu-west-1', optional(/^[a-z]{2}(-[a-z]+)+-\d$/, 'such as eu-west-1'))) ||
    'eu-west-1';
  if (all.domain === undefined) {
    const domain = await line(
      'Below which domain is it reached? (empty: none)',
      'shop.example',
      optional(/\./, 'such as shop.example'),
    );
    if (domain) all.domain = domain;
  }
  if (all.services === undefined)
    all.services = list(
      await line(
        'Which services? name=image, several with blanks',
        'api=ghcr.io/acme/api',
        optional(/^[a-z][a-z0-9-]*=\S+( +[a-z][a-z0-9-]*=\S+)*$/, 'name=image, the name in small letters'),
      ),
    );
  const type = datastoreTypes.join('|');
  if (all.datastores === undefined)
    all.datastores = list(
      await line(
        `Which datastores? name=type (${datastoreTypes.join(', ')})`,
        'orders=postgres',
        // told here: at the end it would cost all answers
        optional(
          new RegExp(`^[a-z][a-z0-9-]*=(${type})( +[a-z][a-z0-9-]*=(${type}))*$`),
          `name=type, with one of ${type.replaceAll('|', ', ')}`,
        ),
      ),
    );
  if (all.environments === undefined)
    all.environments = list(
      await line(
        'Which environments? (empty: production)',
        'staging production',
        optional(/^[a-z][a-z0-9-]*( +[a-z][a-z0-9-]*)*$/, 'names in small letters, with blanks between'),
      ),
    );
  if (all.compliance === undefined) {
    const options = standards.map((value) => ({ value: value as string, label: value }));
    all.compliance = answered(
      await multiselect({ message: 'What is it audited against?', options, required: false }),
    );
  }
  if (all.budget === undefined) {
    const budget = await line(
      'How many US dollars a month may it cost? (empty: no budget)',
      '1000',
      optional(/^\d+$/, 'a number'),
    );
    if (budget) all.budget = Number(budget);
  }
  if (all.repository === undefined) {
    const repository = await line(
      `Where is it kept? Only that repository’s pipeline may change it. (empty: ${all.name}/platform)`,
      'acme/platform',
      optional(/^[\w.-]+(\/[\w.-]+)+$/, 'owner/name'),
    );
    if (repository) all.repository = repository;
  }
  return all;
}

function list(text: string | undefined): string[] {
  return (text ?? '').split(/\s+/).filter((word) => word !== '');
}
