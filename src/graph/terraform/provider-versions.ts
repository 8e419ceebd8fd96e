import type { Configuration } from '../../read/terraform/configuration.ts';
import type { ModuleInstance } from '../../read/terraform/instance.ts';
import { joinPath } from '../../read/terraform/paths.ts';
import { requiredProviders } from '../../read/terraform/required-providers.ts';
import type { VersionSet } from '../../read/terraform/schema/block-schema.ts';
import type { ProviderSchema } from '../../read/terraform/schema/provider-schema.ts';
import {
  type Condition,
  compareVersions,
  parseConstraint,
  parseVersion,
  type Version,
} from '../../read/terraform/schema/version.ts';
import type { Graph } from '../graph.ts';
import { terraformOf } from './settings.ts';

/** Which of the described versions of a provider a root may run with. */
export interface Admitted {
  /** none where nothing that is described may be chosen */
  readonly versions: VersionSet;
  /** whether no release that is newer than what is described may be chosen */
  readonly certain: boolean;
}

const demandsByUnit = Symbol('what roots demand of their providers');

const known = new WeakMap<Configuration, Map<ProviderSchema, Admitted>>();

/** The described versions of a provider that the root of a module may run with. */
export function admittedVersions(
  graph: Graph,
  { configuration }: ModuleInstance,
  schema: ProviderSchema,
): Admitted {
  const bySchema = known.get(configuration) ?? new Map<ProviderSchema, Admitted>();
  known.set(configuration, bySchema);
  let admitted = bySchema.get(schema);
  if (!admitted) {
    const source = `hashicorp/${schema.name}`;
    const locked = lockedVersions(configuration).get(source);
    const demands = graph.derive(demandsByUnit, collectDemands).get(configuration.unit.id);
    admitted = locked ? admittedByLock(locked, schema) : admittedBy(demands?.get(source), schema);
    bySchema.set(schema, admitted);
  }
  return admitted;
}

type Conditions = Map<string, Condition[]>;

function collectDemands(graph: Graph): ReadonlyMap<string, Conditions> {
  const units = new Map<string, Conditions>();
  const seen = new Map<string, Set<object>>();
  for (const type of ['terraform', 'provider'])
    for (const { unit, instance } of terraformOf(graph, type)) {
      const done = seen.get(unit.id) ?? new Set();
      seen.set(unit.id, done);
      if (done.has(instance.source)) continue;
      done.add(instance.source);
      const conditions = units.get(unit.id) ?? new Map<string, Condition[]>();
      units.set(unit.id, conditions);
      for (const { source, versions } of requiredProviders(instance.source).values()) {
        const list = conditions.get(source) ?? [];
        conditions.set(source, list);
        for (const version of versions) list.push(...(parseConstraint(version) ?? []));
      }
    }
  return units;
}

const locks = new WeakMap<Configuration, ReadonlyMap<string, Version>>();

/** Versions in the root's `.terraform.lock.hcl`, by `hashicorp/aws`. */
export function lockedVersions(configuration: Configuration): ReadonlyMap<string, Version> {
  let locked = locks.get(configuration);
  if (!locked) {
    locked = readLock(configuration);
    locks.set(configuration, locked);
  }
  return locked;
}

function readLock(configuration: Configuration): ReadonlyMap<string, Version> {
  const path = joinPath(configuration.folder, '.terraform.lock.hcl');
  const text = configuration.repository.has(path) ? configuration.repository.read(path)?.text : undefined;
  return parseLock(text ?? '');
}

function parseLock(text: string): ReadonlyMap<string, Version> {
  const locked = new Map<string, Version>();
  for (const [, source, written] of text.matchAll(
    /^provider\s+"[^"/]+\/([^"]+)"\s*\{\s*version\s*=\s*"([^"]+)"/gm,
  )) {
    const version = parseVersion(written!);
    if (version) locked.set(source!, version);
  }
  return locked;
}

function admittedByLock(locked: Version, schema: ProviderSchema): Admitted {
  const at = schema.versions.findIndex(([major]) => major === locked[0]);
  if (at < 0) return { versions: 0, certain: false };
  return {
    versions: 1 << at,
    certain: schema.isFinal(at) || compareVersions(locked, schema.versions[at]!) <= 0,
  };
}

/** More than any release has. */
const last = 9999;

/** What may be used where nothing is demanded, as in most roots. */
const undemanded = new WeakMap<ProviderSchema, Admitted>();

function admittedBy(conditions: readonly Condition[] | undefined, schema: ProviderSchema): Admitted {
  if (conditions && conditions.length > 0) return admittedUnder(conditions, schema);
  let admitted = undemanded.get(schema);
  if (!admitted) {
    admitted = admittedUnder([], schema);
    undemanded.set(schema, admitted);
  }
  return admitted;
}

function admittedUnder(conditions: readonly Condition[], schema: ProviderSchema): Admitted {
  const admits = (version: Version) => conditions.every((condition) => condition.admits(version));
  let versions = 0;
  let certain = true;
  for (const [at, described] of schema.versions.entries()) {
    const [major] = described;
    const named = conditions.map(({ version }) => version).filter((version) => version[0] === major);
    const tried: Version[] = [[major, 0, 0], described, ...named, ...named.map(afterPatch)];
    if (tried.some((version) => compareVersions(version, described) <= 0 && admits(version)))
      versions |= 1 << at;
    if (schema.isFinal(at)) continue;
    if (admits([major, last, 0]) || named.some((one) => compareVersions(one, described) > 0 && admits(one)))
      certain = false;
  }
  const newest = schema.versions.at(-1)!;
  if (admits([newest[0] + 1, last, 0])) certain = false;
  return { versions, certain };
}

function afterPatch([major, minor, patch]: Version): Version {
  return [major, minor, patch + 1];
}
