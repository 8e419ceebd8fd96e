import type { Relation } from '../../model/relation.ts';
import type { FlowName } from '../flow.ts';
import { awsRules } from './aws.ts';
import { azureAndGcpRules } from './azure-gcp.ts';
import { generalRules } from './general.ts';
import { kubernetesRules } from './kubernetes.ts';
import type { Rule } from './rule.ts';

/** What a relation carries in each direction; nothing where a flow is missing. */
export interface Carries {
  readonly forward?: FlowName;
  readonly back?: FlowName;
}

// an order of work and a name in a tag mean the same for every provider
const rules: readonly Rule[] = [
  ...generalRules.slice(0, 2),
  ...kubernetesRules,
  ...awsRules,
  ...azureAndGcpRules,
  ...generalRules.slice(2),
];

/** Finds what relations carry; each combination of types, kind and attribute is looked up once. */
export function carriesOf(): (relation: Relation) => Carries {
  const known = new Map<string, Carries>();
  return ({ kind, from, to, path }) => {
    const by = path?.join('.') ?? '';
    const key = `${kind} ${from.type} ${to.type} ${by}`;
    let carries = known.get(key);
    if (!carries) {
      const isPart = from.type.startsWith(`${to.type}_`);
      carries = rules.find((rule) => fits(rule, kind, from.type, to.type, by, isPart))!;
      known.set(key, carries);
    }
    return carries;
  };
}

function fits(
  rule: Rule,
  kind: Relation['kind'],
  from: string,
  to: string,
  by: string,
  isPart: boolean,
): boolean {
  if (
    rule.kind !== undefined &&
    (typeof rule.kind === 'string' ? rule.kind !== kind : !rule.kind.includes(kind))
  )
    return false;
  return (
    (rule.isPart === undefined || rule.isPart === isPart) &&
    (rule.from?.test(from) ?? true) &&
    (rule.to?.test(to) ?? true) &&
    (rule.by?.test(by) ?? true)
  );
}
