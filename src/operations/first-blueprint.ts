import { loadBlueprint } from '../blueprint/load-blueprint.ts';
import { type YamlMap, yaml } from '../design/yaml/yaml.ts';
import { SourceFile } from '../model/source-file.ts';
import { UserError } from './options.ts';

/** The few things that matter at the beginning; what is left out gets its default. */
export interface Answers {
  readonly name: string;
  /** 12 digits */
  readonly account: string;
  readonly region?: string;
  readonly domain?: string;
  readonly owner?: string;
  /** where alarms go */
  readonly email?: string;
  /** US dollars a month */
  readonly budget?: number;
  readonly compliance?: readonly string[];
  readonly environments?: readonly string[];
  /** `api=ghcr.io/acme/api` */
  readonly services?: readonly string[];
  /** `orders=postgres` */
  readonly datastores?: readonly string[];
  readonly repository?: string;
}

/** What goes into the file besides the answers. */
interface Beside {
  /** where editors find the schema, from the file */
  readonly schema: string;
  /** Score files, from the file */
  readonly imports: readonly string[];
}

const example = `
# What runs all the time, and where data is kept:
# services:
#   api:
#     image: ghcr.io/acme/api
#     needs: [orders]
# datastores:
#   orders:
#     type: postgres
`;

/** The text of a first blueprint. @throws UserError where an answer is not written as it must be */
export function firstBlueprint(answers: Answers, { schema, imports }: Beside): string {
  const written = asBlueprint(answers, imports);
  const heading = `yaml-language-server: $schema=${schema}
What the platform is to be. \`plinth design\` writes it; everything left out has a default.`;
  const isBare = written['services'] === undefined && imports.length === 0;
  return yaml(written, heading) + (isBare ? example : '');
}

/** Everything that is wrong with answers, in words of the options that they were given with. */
export function faultsOf(
  answers: Partial<Answers>,
  imports: readonly string[] = [],
  open?: (path: string) => SourceFile | undefined,
): string[] {
  const whole = { name: 'system', account: '111122223333', ...answers };
  const text = firstBlueprint(whole, { schema: '', imports });
  return loadBlueprint(new SourceFile('plinth.yaml', text), open).problems.map(({ message }) =>
    asked(message),
  );
}

const options: readonly (readonly [RegExp, string])[] = [
  [/^(name|account|region|domain) /, '--$1 '],
  [/^services\.([^.]+)\.image /, '--service $1: it '],
  [/^datastores\.([^.]+)\.type /, '--datastore $1: it '],
  [/^compliance\[\d+\] /, '--compliance '],
  [/^owners\.[^.]+\.email /, '--email '],
  [/^delivery\.repository /, '--repository '],
  [/^budget\.monthly /, '--budget '],
];

/** A fault of the file as one of the option that it came from. */
function asked(message: string): string {
  const [form, option] = options.find(([one]) => one.test(message)) ?? [];
  return form === undefined ? message : message.replace(form, option!).replace(', in quotes', '');
}

function asBlueprint(answers: Answers, imports: readonly string[]): YamlMap {
  const { name, account, region, domain, owner, email, budget, compliance = [], repository } = answers;
  const services = pairs('--service', answers.services, 'api=ghcr.io/acme/api');
  const datastores = pairs('--datastore', answers.datastores, 'orders=postgres');
  const environments = (answers.environments ?? []).map((one): [string, string] => [one, '']);
  once('--environment', environments);
  const stores = datastores.map(([key]) => key);
  const team = owner ?? 'platform';
  return {
    name,
    ...(owner === undefined || email !== undefined ? {} : { owner }),
    ...(email === undefined ? {} : { owners: { [team]: { email } } }),
    account,
    ...(region === undefined ? {} : { region }),
    ...(domain === undefined ? {} : { domain }),
    ...(services.length > 0
      ? {
          services: Object.fromEntries(
            services.map(([key, image], at) => [
              key,
              {
                image,
                ...(domain !== undefined && at === 0 ? { expose: key } : {}),
                ...(stores.length > 0 ? { needs: stores } : {}),
              },
            ]),
          ),
        }
      : {}),
    ...(imports.length > 0 ? { imports } : {}),
    ...(datastores.length > 0
      ? { datastores: Object.fromEntries(datastores.map(([key, type]) => [key, { type }])) }
      : {}),
    ...(environments.length > 0
      ? { environments: Object.fromEntries(environments.map(([key]) => [key, {}])) }
      : {}),
    ...(compliance.length > 0 ? { compliance } : {}),
    ...(budget === undefined ? {} : { budget: { monthly: budget } }),
    ...(repository === undefined ? {} : { delivery: { repository } }),
  };
}

function pairs(option: string, given: readonly string[] = [], form: string): [string, string][] {
  const read = given.map((text): [string, string] => {
    const at = text.indexOf('=');
    if (at > 0 && at < text.length - 1) return [text.slice(0, at), text.slice(at + 1)];
    throw new UserError(`${option} cannot be ${text}`, `it is a name and what it is: ${form}`);
  });
  once(option, read);
  return read;
}

function once(option: string, given: readonly [string, string][]): void {
  const names = given.map(([name]) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    throw new UserError(`${option} names ${twice} twice`, 'give each a name of its own');
}
