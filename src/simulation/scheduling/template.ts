import { matches } from '../../graph/kubernetes/labels.ts';
import { namesNodes, toleratesCordon } from './node-rules.ts';
import type { PodSpec, PodTerm, SpreadConstraint } from './pod.ts';
import type { Counter } from './topology.ts';

/** A pod's specification as a cluster keeps it: with the counts that it looks at, and those that its pods change. */
export class Template {
  /** changed by every pod of this kind that comes or goes */
  readonly watched: Counter[] = [];
  /** one for each required term: pods that match all of them */
  readonly affinity: Counter[] = [];
  readonly antiAffinity: Counter[] = [];
  /** places in which other pods keep pods of this kind away */
  readonly shunnedBy: Counter[] = [];
  readonly wishes: { readonly weight: number; readonly counter: Counter }[] = [];
  readonly hard: Spread[] = [];
  readonly soft: Spread[] = [];
  /** what depends on the node alone, by class of nodes */
  readonly suits = new Map<number, boolean>();
  readonly nodeScores = new Map<number, readonly [wishes: number, taints: number]>();
  readonly byName: boolean;
  readonly bearsCordon: boolean;
  readonly selfAffine: boolean;

  constructor(readonly spec: PodSpec) {
    this.byName = namesNodes(spec);
    this.bearsCordon = toleratesCordon(spec);
    this.selfAffine = (spec.affinity ?? []).every((term) => termMatches(term, spec));
  }
}

/** A spread constraint with its counts: pods, and nodes, by place. */
export class Spread {
  /** nodes that count, by place */
  readonly nodes: number[] = [];
  constructor(
    readonly constraint: SpreadConstraint,
    readonly counter: Counter,
    /** 1 where the pod itself is one of those that are counted */
    readonly self: number,
  ) {}

  /** The fewest pods in any place; 0 where there are fewer places than are wanted. */
  fewest(): number {
    let fewest = Number.POSITIVE_INFINITY;
    let places = 0;
    for (let place = 0; place < this.nodes.length; place++) {
      if (!(this.nodes[place]! > 0)) continue;
      places++;
      const count = this.counter.counts[place] ?? 0;
      if (count < fewest) fewest = count;
    }
    return places === 0 || places < this.constraint.minDomains ? 0 : fewest;
  }

  places(): number {
    return this.nodes.reduce((sum, count) => (count > 0 ? sum + 1 : sum), 0);
  }
}

/** Whether a pod is one of those that a term means. No selector means none; an empty one means all. */
export function termMatches({ selector, namespaces }: PodTerm, { labels, namespace }: PodSpec): boolean {
  return (
    selector !== undefined &&
    (namespaces === undefined || namespaces.has(namespace)) &&
    matches(selector, labels)
  );
}

export function spreadMatches({ selector }: SpreadConstraint, of: PodSpec, other: PodSpec): boolean {
  return selector !== undefined && of.namespace === other.namespace && matches(selector, other.labels);
}
