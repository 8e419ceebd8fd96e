import type { Resource } from '../../model/resource.ts';
import { isNonProduction } from '../circumstances.ts';
import { sceneOf } from './scene.ts';

/**
 * Whether an object is there to be tried out: in an environment that is not production, in an example or a test, or made by a
 * chart with nothing but its own defaults, which each release replaces.
 */
export function isTriedOut(resource: Resource): boolean {
  const { unit, body } = resource;
  if (isNonProduction(resource) || sceneOf(body.file) !== '') return true;
  return unit.kind === 'helm' && unit.environment === undefined && !unit.id.endsWith(')');
}
