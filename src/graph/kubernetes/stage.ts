import type { Resource } from '../../model/resource.ts';
import { isProduction } from '../circumstances.ts';
import { namespaceOf } from './names.ts';

const production = /^(?:prod|production|prd|live)$/i;
/** `shop-prod`, `prod-eu`, as clusters and folders are called. */
const partly = /(?:^|[-_.])(?:prod|production|prd)(?:[-_.]|$)/i;
const other =
  /(?:^|[-_.])(?:non-?prod|pre-?prod|dev|develop|development|test|qa|stag(?:e|ing)|uat|preview|sandbox)(?:[-_.]|$)/i;

/** Whether an object stands in production: by its unit, its folder or file, its namespace, or its name. */
export function standsInProduction(resource: Resource): boolean {
  if (resource.unit.environment !== undefined || resource.unit.production !== undefined)
    return isProduction(resource);
  const words = [
    ...resource.body.file.path.replace(/\.ya?ml$/, '').split('/'),
    namespaceOf(resource) ?? '',
    resource.name,
  ];
  if (words.some((word) => other.test(word))) return false;
  return words.some((word) => production.test(word) || partly.test(word));
}
