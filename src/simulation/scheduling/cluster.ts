import { link } from './link.ts';
import { matchesNode, toleratesNode } from './node-rules.ts';
import type { HostPort, NodeSpec, PodSpec } from './pod.ts';
import { type Spread, Template } from './template.ts';
import { Topology } from './topology.ts';

/** A pod of the simulation. `node` is -1 while it waits. */
export class Pod {
  node = -1;
  constructor(
    readonly template: Template,
    readonly name: string,
    /** the zone that its volume lies in, once it has one there */
    public zone?: string,
  ) {}
}

/** What a node holds. All amounts are what is still free. */
export class NodeState {
  alive = true;
  cordoned = false;
  readonly pods = new Set<Pod>();
  cpu: number;
  memory: number;
  slots: number;
  /** what the scores count: pods that request nothing are taken for small ones */
  scoredCpu = 0;
  scoredMemory = 0;
  readonly extended: Map<string, number>;
  readonly ports: HostPort[] = [];

  constructor(
    readonly spec: NodeSpec,
    /** nodes of one class differ by their names only */
    readonly kind: number,
  ) {
    this.cpu = spec.cpu;
    this.memory = spec.memory;
    this.slots = spec.pods;
    this.extended = new Map(spec.extended);
  }
}

/** Source: kube-scheduler, DefaultMilliCPURequest and DefaultMemoryRequest: for scores, never for what fits. */
const smallPod = { cpu: 100, memory: 200 * 2 ** 20 };

/** Nodes and the pods on them. Every change can be taken back, so that one cluster serves all scenarios. */
export class Cluster {
  readonly nodes: NodeState[] = [];
  readonly templates: Template[] = [];
  readonly #topologies = new Map<string, Topology>();
  readonly #bySpec = new Map<PodSpec, Template>();
  readonly #kinds = new Map<string, number>();
  readonly #undo: (() => void)[] = [];

  /** The template of a specification; pods of all templates are known to each other from then on. */
  templateOf(spec: PodSpec): Template {
    let template = this.#bySpec.get(spec);
    if (!template) {
      template = new Template(spec);
      this.#bySpec.set(spec, template);
      link(this, template);
      this.templates.push(template);
    }
    return template;
  }

  topology(key: string): Topology {
    let topology = this.#topologies.get(key);
    if (!topology) {
      topology = new Topology(key);
      for (const { spec } of this.nodes) topology.add(spec);
      this.#topologies.set(key, topology);
    }
    return topology;
  }

  addNode(spec: NodeSpec): number {
    const index = this.nodes.length;
    for (const topology of this.#topologies.values()) topology.add(spec);
    this.nodes.push(new NodeState(spec, this.#kindOf(spec)));
    this.#countNode(index, 1);
    this.#undo.push(() => {
      this.#countNode(index, -1);
      this.nodes.pop();
      for (const topology of this.#topologies.values()) topology.drop();
    });
    return index;
  }

  /** Takes a node away; its pods have to be gone. */
  removeNode(index: number): void {
    this.#countNode(index, -1);
    const node = this.nodes[index]!;
    node.alive = false;
    this.#undo.push(() => {
      node.alive = true;
      this.#countNode(index, 1);
    });
  }

  cordon(index: number): void {
    const { alive, cordoned } = this.nodes[index]!;
    if (!alive || cordoned) return;
    this.#setCordon(index, true);
    this.#undo.push(() => this.#setCordon(index, false));
  }

  place(pod: Pod, index: number): void {
    this.#put(pod, index);
    this.#undo.push(() => this.#take(pod));
  }

  evict(pod: Pod): void {
    const { node } = pod;
    this.#take(pod);
    this.#undo.push(() => this.#put(pod, node));
  }

  mark(): number {
    return this.#undo.length;
  }

  rollback(mark: number): void {
    while (this.#undo.length > mark) this.#undo.pop()!();
  }

  /** Whether a node's labels, name and taints admit a pod. */
  suits(template: Template, index: number): boolean {
    const node = this.nodes[index]!;
    const { spec } = template;
    if (template.byName)
      return (
        (spec.nodeName === undefined || spec.nodeName === node.spec.name) &&
        matchesNode(spec, node.spec) &&
        toleratesNode(spec, node.spec)
      );
    let known = template.suits.get(node.kind);
    if (known === undefined) {
      known = matchesNode(spec, node.spec) && toleratesNode(spec, node.spec);
      template.suits.set(node.kind, known);
    }
    return known;
  }

  /** Whether a node counts where a spread constraint looks for the emptiest place. */
  countsFor(template: Template, spreads: readonly Spread[], { constraint }: Spread, index: number): boolean {
    const { spec, cordoned } = this.nodes[index]!;
    if (constraint.honoursTaints && cordoned && !template.bearsCordon) return false;
    // mostly the node admits the pod, which is known for all nodes of its class
    if (template.byName || !this.suits(template, index)) {
      if (!constraint.ignoresAffinity && !matchesNode(template.spec, spec)) return false;
      if (constraint.honoursTaints && !toleratesNode(template.spec, spec)) return false;
    }
    return template.spec.spreadByDefault || spreads.every((one) => one.counter.topology.of[index]! >= 0);
  }

  #countNode(index: number, by: 1 | -1): void {
    for (const template of this.templates)
      for (const spreads of [template.hard, template.soft])
        for (const spread of spreads) {
          const place = spread.counter.topology.of[index]!;
          if (place >= 0 && this.countsFor(template, spreads, spread, index))
            spread.nodes[place] = (spread.nodes[place] ?? 0) + by;
        }
  }

  /** A cordoned node may count no longer, and its pods with it. */
  #setCordon(index: number, cordoned: boolean): void {
    const node = this.nodes[index]!;
    const count = (by: 1 | -1) => {
      for (const pod of node.pods) for (const counter of pod.template.watched) counter.move(index, by);
      this.#countNode(index, by);
    };
    count(-1);
    node.cordoned = cordoned;
    count(1);
  }

  #put(pod: Pod, index: number): void {
    const node = this.nodes[index]!;
    pod.node = index;
    node.pods.add(pod);
    this.#account(pod, node, 1);
    for (const counter of pod.template.watched) counter.move(index, 1);
  }

  #take(pod: Pod): void {
    const node = this.nodes[pod.node]!;
    for (const counter of pod.template.watched) counter.move(pod.node, -1);
    this.#account(pod, node, -1);
    node.pods.delete(pod);
    pod.node = -1;
  }

  #account({ template: { spec } }: Pod, node: NodeState, sign: 1 | -1): void {
    node.cpu -= sign * spec.cpu;
    node.memory -= sign * spec.memory;
    node.slots -= sign;
    node.scoredCpu += sign * (spec.cpu || smallPod.cpu);
    node.scoredMemory += sign * (spec.memory || smallPod.memory);
    for (const [name, amount] of spec.extended ?? [])
      node.extended.set(name, (node.extended.get(name) ?? 0) - sign * amount);
    if (!spec.hostPorts) return;
    if (sign > 0) node.ports.push(...spec.hostPorts);
    else for (const port of spec.hostPorts) node.ports.splice(node.ports.indexOf(port), 1);
  }

  #kindOf({ pool, zone, labels, taints }: NodeSpec): number {
    const shown = [...labels]
      .filter(([key]) => key !== 'kubernetes.io/hostname')
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify([pool, zone, shown, taints]);
    let kind = this.#kinds.get(key);
    if (kind === undefined) {
      kind = this.#kinds.size;
      this.#kinds.set(key, kind);
    }
    return kind;
  }
}
