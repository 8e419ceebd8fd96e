import type { Blueprint, EnvironmentAsked } from '../../blueprint/blueprint.ts';

/**
 * What public names of an environment are below: the domain itself in production, `staging.example.com` elsewhere. A
 * domain leads to one zone only, so of several productions it is that of the last.
 */
export function domainIn(
  { name, production }: Pick<EnvironmentAsked, 'name' | 'production'>,
  { domain, environments }: Blueprint,
): string | undefined {
  const leads = production && name === environments.at(-1)!.name;
  return domain === undefined || leads ? domain : `${name}.${domain}`;
}
