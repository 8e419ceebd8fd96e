import type { Resource } from '../../model/resource.ts';
import { itemsAt } from '../look.ts';
import { type AccessRule, rulesOf } from './access-rules.ts';

/** What a role lets read. */
export interface Reads {
  /** as kubectl names it: `configmaps/public`, `jobs.batch` */
  readonly what: readonly string[];
  /** only objects that the role names, nothing that may be added later */
  readonly named: boolean;
}

const reading = new Set(['get', 'list', 'watch']);
/** Reading these is getting in: credentials, what programs print, and doors to what runs. */
const telling =
  /^(?:secrets|certificatesigningrequests|tokenreviews|nodes\/.+|.+\/(?:log|proxy|exec|attach|portforward|token))$/;
const health = /^\/(?:healthz|livez|readyz|version)(?:\/\*?)?$/;

/**
 * What a role lets read, where reading is all that it allows and none of it is a way to more; undefined where it allows anything
 * else, or is put together by the cluster.
 */
export function harmlessReads(role: Resource): Reads | undefined {
  const rules = rulesOf(role);
  if (rules.length === 0 || role.body.peek('aggregationRule')) return undefined;
  const what: string[] = [];
  for (const rule of rules) {
    if (!isHarmless(rule)) return undefined;
    const group = rule.groups.find((each) => each !== '');
    for (const resource of rule.resources) {
      const kind = group ? `${resource}.${group}` : resource;
      if (rule.names.length === 0) what.push(kind);
      for (const name of rule.names) what.push(`${kind}/${name}`);
    }
  }
  return { what, named: rules.every(({ resources, names }) => resources.length === 0 || names.length > 0) };
}

function isHarmless(rule: AccessRule): boolean {
  if (!rule.verbs.every((verb) => reading.has(verb)) || rule.groups.includes('*')) return false;
  if (rule.resources.some((resource) => resource.includes('*') || telling.test(resource))) return false;
  return itemsAt(rule.node, 'nonResourceURLs').every(({ content }) => health.test(String(content)));
}
