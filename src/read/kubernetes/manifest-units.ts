import type { Unit } from '../../model/resource.ts';
import { guessEnvironment, locateEnvironment } from '../environment.ts';
import type { ReadOptions } from '../reader.ts';

/**
 * Sorts plain manifests into units: one for each folder that an environment is named after, and one for the rest.
 * A file's own name counts where a sibling has the same name for another environment (`app.prod.yaml`, `app.dev.yaml`).
 *
 * @returns the unit of each path
 */
export function manifestUnits(
  paths: readonly string[],
  { kubernetesVersion, environmentOf }: Pick<ReadOptions, 'kubernetesVersion' | 'environmentOf'>,
): ReadonlyMap<string, Unit> {
  const siblings = namesakes(paths);
  const units = new Map<string, Unit>();
  const unitOf = new Map<string, Unit>();
  for (const path of paths) {
    const configured = environmentOf?.(path);
    if (configured) {
      unitOf.set(path, configuredUnit(units, configured, kubernetesVersion));
      continue;
    }
    const place = locateEnvironment(path);
    const byName = place !== undefined && place.folder === undefined;
    const environment = byName && (siblings.get(stem(path))?.size ?? 0) < 2 ? undefined : place?.environment;
    const folder = environment === undefined ? '.' : (place?.folder ?? parent(path));
    const id = `manifests:${folder}${byName && environment ? ` (${environment})` : ''}`;
    const unit = units.get(id) ?? {
      id,
      kind: 'manifests' as const,
      path: folder,
      ...(environment ? { environment } : {}),
      kubernetesVersion,
    };
    units.set(id, unit);
    unitOf.set(path, unit);
  }
  return unitOf;
}

/** All plain manifests that the configuration puts into one environment are applied together. */
function configuredUnit(
  units: Map<string, Unit>,
  { name, production }: NonNullable<ReturnType<NonNullable<ReadOptions['environmentOf']>>>,
  kubernetesVersion: string,
): Unit {
  const id = `manifests: (${name})`;
  let unit = units.get(id);
  if (!unit) {
    unit = {
      id,
      kind: 'manifests',
      path: '.',
      environment: name,
      ...(production === undefined ? {} : { production }),
      kubernetesVersion,
    };
    units.set(id, unit);
  }
  return unit;
}

/** The path without the environment in its file name → the environments that it is there for. */
function namesakes(paths: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const path of paths) {
    const environment = guessEnvironment(path.slice(path.lastIndexOf('/') + 1));
    if (!environment) continue;
    const environments = found.get(stem(path)) ?? new Set();
    found.set(stem(path), environments.add(environment));
  }
  return found;
}

function stem(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const environment = guessEnvironment(name);
  return environment ? `${parent(path)}/${name.replace(environment, '*')}` : path;
}

function parent(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}
