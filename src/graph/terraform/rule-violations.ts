import type { Node } from '../../model/node.ts';
import { Unknown } from '../../model/unknown.ts';
import type { TerraformResource } from '../../read/terraform/resource.ts';
import type { BlockSchema, VersionSet } from '../../read/terraform/schema/block-schema.ts';
import type { Written } from '../../read/terraform/schema/written-body.ts';
import type { SchemaSubject } from './schema-subjects.ts';

/** Arguments of which a provider takes only one, or demands one. */
export interface RuleViolation {
  readonly kind: 'conflict' | 'none-given';
  readonly names: readonly string[];
  readonly node: Node;
}

/** What is wrong with the arguments of a resource when they are looked at together. */
export function ruleViolations(subject: SchemaSubject): readonly RuleViolation[] {
  const { resource, facts } = subject;
  const { schema, versions } = facts;
  const rules = schema.rulesOf(resource.type);
  const type = schema.type(resource.type);
  if (!rules || !type || (type.versions & versions) === 0) return [];
  const { written } = subject;
  const given = new Map<string, Written>();
  for (const item of written.items) given.set(item.name, item);
  const found: RuleViolation[] = [];
  const clash = (a: string, b: string) => {
    const [first, second] = [given.get(a), given.get(b)];
    if (!first || !second || !isKnownTo(type.block, a, versions) || !isKnownTo(type.block, b, versions))
      return;
    const [one, other] = [stateOf(resource, first), stateOf(resource, second)];
    if (one === 'absent' || other === 'absent' || (one === 'unknown' && other === 'unknown')) return;
    found.push({ kind: 'conflict', names: [a, b], node: second.node });
  };
  for (const [a, b] of rules.conflicts) clash(a, b);
  for (const group of rules.exactlyOne)
    for (const [at, a] of group.entries()) for (const b of group.slice(at + 1)) clash(a, b);
  for (const group of [...rules.exactlyOne, ...rules.atLeastOne])
    if (!group.some((name) => given.has(name)) && !hasNewNames(type.block, versions))
      found.push({ kind: 'none-given', names: group, node: written.head });
  return found;
}

function isKnownTo({ entries }: BlockSchema, name: string, versions: VersionSet): boolean {
  const held = (entries.get(name) ?? []).reduce((all, one) => all | one.versions, 0);
  return (held & versions) === versions;
}

/** Whether a later version than the one that the rules are of has arguments that may stand in for others. */
function hasNewNames({ entries }: BlockSchema, versions: VersionSet): boolean {
  if (versions === 1) return false;
  for (const [name, all] of entries) {
    const held = all.reduce((set, one) => set | (one.computed ? 0 : one.versions), 0);
    if (held !== 0 && (held & 1) === 0 && name !== 'region') return true;
  }
  return false;
}

/** Source: the provider SDK: a value that is not known yet conflicts with nothing, but with a known one it does. */
function stateOf(
  { instance, bindings }: TerraformResource,
  { value, node, isDynamic }: Written,
): 'known' | 'unknown' | 'absent' {
  if (!value) return isDynamic ? 'absent' : 'known';
  const { data } = instance.configuration.evaluate(node.file, value, { instance, bindings });
  if (data === null) return 'absent';
  if (!(data instanceof Unknown)) return 'known';
  return data.present ? 'unknown' : 'absent';
}
