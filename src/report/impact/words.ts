import type { Change, Effect } from '../../impact/effect.ts';
import type { Step } from '../../impact/radius.ts';
import type { RelationKind } from '../../model/relation.ts';
import type { Resource } from '../../model/resource.ts';

/** A resource as people say it: `Deployment api`; what Terraform declares has its address. */
export function nameOf({ source, type, name, address }: Resource): string {
  return source === 'kubernetes' ? `${type.split('.')[0]} ${name || '(named when it is made)'}` : address;
}

const verbs: Readonly<Record<RelationKind, string>> = {
  'routes-to': 'sends traffic to',
  selects: 'selects the pods of',
  mounts: 'mounts',
  reads: 'reads',
  'runs-as': 'runs as',
  scales: 'scales',
  guards: 'guards',
  isolates: 'isolates',
  scrapes: 'scrapes',
  binds: 'gives permissions to',
  grants: 'grants',
  assumes: 'assumes',
  'placed-in': 'stands in',
  'protected-by': 'is protected by',
  references: 'refers to',
  builds: 'builds the image of',
  'configured-by': 'is configured with',
  calls: 'calls',
  reaches: 'is let through to',
  deploys: 'installs',
  uses: 'uses',
};

/** One hop in words, read as the relation is: `Service api selects the pods of Deployment api`. */
export function hopInWords({ relation: { kind, from, to }, isBack }: Step): string {
  const verb = isBack && kind === 'references' ? 'is a part of' : verbs[kind];
  return `${nameOf(from)} ${verb} ${nameOf(to)}`;
}

const effectWords: Readonly<Record<Effect, string>> = {
  goes: 'goes with it',
  fails: 'stops working',
  degraded: 'works in part',
  latent: 'runs on, and fails at its next start',
  notices: 'may notice',
  weakened: 'loses a guard, a way in or an insight',
  idle: 'is left without a purpose',
};

/** What an effect means under a change, as the heading of what suffers it. */
export function effectInWords(effect: Effect, change: Change): string {
  if (effect === 'goes') return change === 'replace' ? 'is replaced too' : 'cannot be without it';
  return effectWords[effect];
}

const past: Readonly<Record<Change, string>> = {
  modify: 'modified',
  replace: 'replaced',
  destroy: 'destroyed',
  unavailable: 'unavailable',
};

/** A change of one or several in words: `is replaced`. */
export function changeInWords(change: Change, number: number): string {
  return `${number === 1 ? 'is' : 'are'} ${past[change]}`;
}

export const outcomeWords = {
  refused: 'the change is refused',
  kept: 'kept',
  restorable: 'lost, and restorable from a copy',
  lost: 'lost',
  unreachable: 'out of reach while it lasts',
  unknown: 'not known',
} as const;
