import { dirname, join } from 'node:path';
import { loadBlueprint } from '../blueprint/load-blueprint.ts';

import { type YamlMap, yaml } from '../design/yaml/yaml.ts';
import { kindOf } from '../host/given-file.ts';
import { writeWhole } from '../host/write-files.ts';
import { SourceFile } from '../model/source-file.ts';
import { type Printed, UserError } from './options.ts';

/** The few things that matter at the beginning; what is left out gets its default. */
export interface Answers {
  readonly name: string;
  /** 12 digits */
  readonly account: string;
  readonly region?: string;
  readonly domain?: string;
  readonly owner?: string;
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

const heading = `yaml-language-server: $schema=./node_modules/plinth/dist/schema/blueprint.json
What the platform is to be. \`plinth design\` writes it; everything left out has a default.`;

/**
 * Writes a first blueprint.
 * @param given the file, or the folder that gets `plinth.yaml`
 * @throws UserError where there is one already, or an answer is impossible
 */
export function init(given: string, answers: Answers): Printed {
  const path = kindOf(given) === 'folder' ? join(given, 'plinth.yaml') : given;
  if (kindOf(path) !== 'nothing')
    throw new UserError(`${path} is there already`, 'change it, or give another name');
  if (kindOf(dirname(path)) !== 'folder') throw new UserError(`there is no folder ${dirname(path)}`);
  const text = yaml(asBlueprint(answers), heading);
  const { problems } = loadBlueprint(new SourceFile(path, text));
  if (problems[0]) throw new UserError(problems[0].message, 'nothing was written');
  writeWhole(path, text);
  return {
    out: '',
    notes: `${path} is written. Look at it, then:\n  plinth design --dry-run   # what would be written\n  plinth design             # writes it, and tells what was decided and what it costs\n`,
    code: 0,
  };
}

function asBlueprint(answers: Answers): YamlMap {
  const {
    name,
    account,
    region,
    domain,
    owner,
    budget,
    compliance = [],
    environments = [],
    repository,
  } = answers;
  const services = pairs('--service', answers.services, 'api=ghcr.io/acme/api');
  const datastores = pairs('--datastore', answers.datastores, 'orders=postgres');
  const stores = datastores.map(([key]) => key);
  return {
    name,
    ...(owner === undefined ? {} : { owner }),
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
    ...(datastores.length > 0
      ? { datastores: Object.fromEntries(datastores.map(([key, type]) => [key, { type }])) }
      : {}),
    ...(environments.length > 0
      ? { environments: Object.fromEntries(environments.map((key) => [key, {}])) }
      : {}),
    ...(compliance.length > 0 ? { compliance } : {}),
    ...(budget === undefined ? {} : { budget: { monthly: budget } }),
    ...(repository === undefined ? {} : { delivery: { repository } }),
  };
}

function pairs(option: string, given: readonly string[] = [], form: string): [string, string][] {
  return given.map((text) => {
    const at = text.indexOf('=');
    if (at > 0 && at < text.length - 1) return [text.slice(0, at), text.slice(at + 1)];
    throw new UserError(`${option} cannot be ${text}`, `it is a name and what it is: ${form}`);
  });
}
