import type { Severity } from '../../model/dimension.ts';
import type { VersionSet } from '../../read/terraform/schema/block-schema.ts';
import type { Facts } from './schema-subjects.ts';

/** How surely something is missing from a provider: a release that is newer than what is described may have it. */
export function severityOfAbsence({ certain }: Facts, isLikelyMistyped: boolean): Severity {
  return certain || isLikelyMistyped ? 'high' : 'medium';
}

/** `hashicorp/aws 5.100.0 and 6.69.1`: the versions that something was held against. */
export function versionsInWords({ schema, versions }: Facts, among: VersionSet = versions): string {
  const named = schema.versions.filter((_, at) => among & (1 << at)).map((version) => version.join('.'));
  const last = named.pop();
  return `hashicorp/${schema.name} ${named.length > 0 ? `${named.join(', ')} and ${last}` : last}`;
}
