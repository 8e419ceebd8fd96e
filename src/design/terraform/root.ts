import type { StateBoundary } from '../environment.ts';
import { block, comment, data, gap, type Part } from '../hcl/items.ts';
import { hcl } from '../hcl/print.ts';
import { type HclMap, raw } from '../hcl/value.ts';
import { tagsOf } from '../names.ts';
import { boundaryArn } from '../pipeline/roles.ts';
import { backendOf, placeOfState } from '../state-place.ts';
import { FileSet, type Files } from '../target.ts';
import type { BoundaryPart, Input, Output, Place, ProviderAlias } from './part.ts';

/**
 * A Terraform root that is one boundary of an environment.
 * @param place of the environment that is applied, whatever of it the root holds
 */
export function rootFiles(
  place: Place,
  { aliases }: BoundaryPart,
  own: Files,
  read: readonly StateBoundary[],
): Files {
  const { state } = place;
  const files = new FileSet();
  const add = (name: string, ...parts: readonly Part[]) => files.add(`${state.path}/${name}`, hcl(...parts));
  add('terraform.tf', comment(capital(`${state.holds}.`)), settings(place));
  add(
    'providers.tf',
    provider(place),
    aliases.map((one) => aliased(place, one)),
  );
  const mentioned = localsIn(own);
  const used = Object.entries(facts(place)).filter(([name]) => mentioned.has(name));
  if (used.length > 0) add('locals.tf', block('locals', [], Object.fromEntries(used)));
  if (read.length > 0)
    add(
      'remote-state.tf',
      read.flatMap((one) => remoteState(place, one)),
    );
  for (const [name, text] of own) files.add(`${state.path}/${name}`, text);
  return files.files;
}

/** What a boundary holds itself, by the names of the files. */
export function ownFiles({ files, inputs, outputs }: BoundaryPart): Files {
  const own = new FileSet();
  for (const [name, parts] of Object.entries(files)) if (parts.length > 0) own.add(name, hcl(...parts));
  if (inputs.length > 0) own.add('variables.tf', hcl(...inputs.map(variable)));
  if (outputs.length > 0) own.add('outputs.tf', hcl(...outputs.map(output)));
  return own.files;
}

/** Names of the local values that a boundary uses. */
export function localsIn(own: Files): ReadonlySet<string> {
  const texts = [...own.values()];
  return new Set(texts.flatMap((text) => [...text.matchAll(/\blocal\.(\w+)/g)].map(([, name]) => name!)));
}

/** Versions and, unless it is undefined, the backend. */
export function settingsBlock(backend: HclMap | undefined): Part {
  return block(
    'terraform',
    [],
    { required_version: '>= 1.11.0, < 2.0.0' },
    block('required_providers', [], { aws: { source: 'hashicorp/aws', version: '~> 5.100' } }),
    backend && block('backend', ['s3'], backend),
  );
}

function settings({ environment, state }: Place): Part {
  const { bucket, region } = placeOfState(environment, state);
  return settingsBlock(backendOf(environment, { bucket, key: state.key, region }));
}

function provider({ architecture, environment, state }: Place): Part {
  const { region } = placeOfState(environment, state);
  return block(
    'provider',
    ['aws'],
    { region },
    gap,
    comment('A mistaken profile ends here instead of in the wrong account.'),
    { allowed_account_ids: [environment.account] },
    block('default_tags', [], { tags: tagsOf(environment, environment.system, architecture.owner) }),
  );
}

function aliased({ architecture, environment }: Place, { alias, region, why }: ProviderAlias): Part[] {
  return [
    comment(why),
    block(
      'provider',
      ['aws'],
      { alias, region, allowed_account_ids: [environment.account] },
      block('default_tags', [], { tags: tagsOf(environment, environment.system, architecture.owner) }),
    ),
  ];
}

function facts({ environment, state }: Place): HclMap {
  return {
    account_id: environment.account,
    region: placeOfState(environment, state).region,
    permissions_boundary_arn: boundaryArn(environment),
  };
}

function remoteState({ environment }: Place, state: StateBoundary): Part[] {
  const { bucket, region } = placeOfState(environment, state);
  return [
    data('terraform_remote_state', state.name, {
      backend: 's3',
      config: { bucket, key: state.key, region },
    }),
    block('locals', [], { [state.name]: raw(`data.terraform_remote_state.${state.name}.outputs`) }),
  ];
}

export function variable({ name, description, type, default: standard, validation }: Input): Part {
  return block(
    'variable',
    [name],
    { description, type: raw(type), ...(standard === undefined ? {} : { default: standard }) },
    validation &&
      block('validation', [], { condition: raw(validation.condition), error_message: validation.message }),
  );
}

export function output({ name, description, value }: Output): Part {
  return block('output', [name], { description, value });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
