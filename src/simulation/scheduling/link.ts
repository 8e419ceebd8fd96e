import type { Cluster } from './cluster.ts';
import { hostKey, type PodSpec, type SpreadConstraint, zoneKey } from './pod.ts';
import { Spread, spreadMatches, type Template, termMatches } from './template.ts';
import { Counter } from './topology.ts';

/**
 * What the scheduler does where a pod of a Service or set says nothing.
 * Source: https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/#internal-default-constraints
 */
const defaults = [
  { topologyKey: hostKey, maxSkew: 3 },
  { topologyKey: zoneKey, maxSkew: 5 },
];

/** Source: kube-scheduler, HardPodAffinityWeight. */
const weightOfRequiredAffinity = 1;

/** Makes the counts of a new template, and lets it and all others see each other. */
export function link(cluster: Cluster, template: Template): void {
  const { spec } = template;
  for (const { topologyKey } of spec.affinity ?? [])
    template.affinity.push(new Counter(cluster.topology(topologyKey)));
  for (const { topologyKey } of spec.antiAffinity ?? [])
    template.antiAffinity.push(new Counter(cluster.topology(topologyKey)));
  for (const { weight, term } of spec.preferredPods ?? [])
    template.wishes.push({ weight, counter: new Counter(cluster.topology(term.topologyKey)) });
  addSpreads(cluster, template);
  const own = carriersOf(cluster, template);
  for (const other of cluster.templates) {
    watch(template, other);
    watch(other, template);
    meet(own, other);
    meet(carriers.get(other)!, template);
  }
  watch(template, template);
  meet(own, template);
  countPresent(cluster, template);
}

/** Pods of one kind by the places that their own terms speak of: what they mean for others. */
interface Carrier {
  readonly matches: (other: PodSpec) => boolean;
  readonly counter: Counter;
  /** `undefined`: keeps others away */
  readonly weight: number | undefined;
}

const carriers = new WeakMap<Template, readonly Carrier[]>();

function carriersOf(cluster: Cluster, template: Template): readonly Carrier[] {
  const { antiAffinity = [], affinity = [], preferredPods = [] } = template.spec;
  const found = [
    ...antiAffinity.map((term) => ({ term, weight: undefined })),
    ...affinity.map((term) => ({ term, weight: weightOfRequiredAffinity })),
    ...preferredPods,
  ].map(({ term, weight }): Carrier => {
    const counter = new Counter(cluster.topology(term.topologyKey));
    template.watched.push(counter);
    return { matches: (other) => termMatches(term, other), counter, weight };
  });
  carriers.set(template, found);
  return found;
}

function meet(theirs: readonly Carrier[], template: Template): void {
  for (const { matches, counter, weight } of theirs) {
    if (!matches(template.spec)) continue;
    if (weight === undefined) template.shunnedBy.push(counter);
    else template.wishes.push({ weight, counter });
  }
}

/** Lets pods of `other` change the counts that `template` looks at. */
function watch(template: Template, other: Template): void {
  const { affinity = [], antiAffinity = [], preferredPods = [] } = template.spec;
  const seen = other.spec;
  if (affinity.length > 0 && affinity.every((term) => termMatches(term, seen)))
    other.watched.push(...template.affinity);
  antiAffinity.forEach((term, at) => {
    if (termMatches(term, seen)) other.watched.push(template.antiAffinity[at]!);
  });
  preferredPods.forEach(({ term }, at) => {
    if (termMatches(term, seen)) other.watched.push(template.wishes[at]!.counter);
  });
  for (const { constraint, counter } of [...template.hard, ...template.soft])
    if (spreadMatches(constraint, template.spec, seen)) other.watched.push(counter);
}

function addSpreads(cluster: Cluster, template: Template): void {
  const { spec } = template;
  const byDefault = spec.spreadByDefault && !spec.spread?.length;
  const constraints = byDefault ? defaults.map((one) => defaultFor(spec, one)) : (spec.spread ?? []);
  for (const constraint of constraints) {
    const spreads = constraint.hard ? template.hard : template.soft;
    const counter = new Counter(cluster.topology(constraint.topologyKey), (node) =>
      cluster.countsFor(template, spreads, spread, node),
    );
    const spread = new Spread(constraint, counter, spreadMatches(constraint, spec, spec) ? 1 : 0);
    spreads.push(spread);
  }
  for (const spreads of [template.hard, template.soft])
    for (const spread of spreads)
      cluster.nodes.forEach((node, index) => {
        const place = spread.counter.topology.of[index]!;
        if (node.alive && place >= 0 && cluster.countsFor(template, spreads, spread, index))
          spread.nodes[place] = (spread.nodes[place] ?? 0) + 1;
      });
}

function defaultFor(spec: PodSpec, { topologyKey, maxSkew }: (typeof defaults)[number]): SpreadConstraint {
  const selector = { equal: [...spec.labels], expressions: [] };
  return { topologyKey, maxSkew, minDomains: 1, hard: false, selector };
}

/** Counts the pods that are there already. */
function countPresent(cluster: Cluster, template: Template): void {
  if (cluster.nodes.every(({ pods }) => pods.size === 0)) return;
  const own = new Set<Counter>([
    ...template.affinity,
    ...template.antiAffinity,
    ...template.wishes.map(({ counter }) => counter),
    ...[...template.hard, ...template.soft].map(({ counter }) => counter),
  ]);
  const foreign = new Set(
    cluster.templates.flatMap((other) => (carriers.get(other) ?? []).map(({ counter }) => counter)),
  );
  cluster.nodes.forEach((node, index) => {
    for (const pod of node.pods)
      for (const counter of pod.template.watched)
        if (own.has(counter) && !foreign.has(counter)) counter.move(index, 1);
  });
}
