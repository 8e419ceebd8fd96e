import type { Resource } from '../../model/resource.ts';
import { Undecided } from '../../model/unknown.ts';
import type { Graph } from '../graph.ts';
import { mayMeet, namespaceOf } from './names.ts';
import { workloadTypes } from './pods.ts';
import { releaseBeside } from './releases.ts';

/**
 * Whether the repository holds any workload that could meet an object, in the namespace that it states. Where it holds none,
 * its pods live elsewhere (another repository, an operator), and nothing can be said of a selector that matches nothing.
 * @throws Undecided where not all of the release is known
 */
export function holdsWorkloads(graph: Graph, from: Resource): boolean {
  needWhole(from);
  const namespace = namespaceOf(from);
  const isHere = (other: Resource) => {
    const theirs = namespaceOf(other);
    return theirs === namespace || (theirs === undefined && namespace === 'default');
  };
  return workloadTypes.some((type) =>
    graph.ofType(type).some((other) => mayMeet(from, other) && (namespace === undefined || isHere(other))),
  );
}

/**
 * Whether the repository holds any object of the types that could meet `from`.
 * @throws Undecided where not all of the release is known, and one of them may
 */
export function holdsAny(graph: Graph, from: Resource, types: readonly string[]): boolean {
  needWhole(from);
  return types.some((type) => graph.ofType(type).some((other) => mayMeet(from, other)));
}

/**
 * The same, and of plain manifests only those of one part of the repository: the folder of `from`, its siblings, and what is
 * below. Repositories of many examples and teams hold objects of every type somewhere.
 * @throws Undecided where not all of the release is known
 */
export function holdsNear(graph: Graph, from: Resource, type: string): boolean {
  needWhole(from);
  const part = partOf(from.body.file.path);
  return graph
    .ofType(type)
    .some(
      (other) =>
        mayMeet(from, other) && (from.unit.kind !== 'manifests' || other.body.file.path.startsWith(part)),
    );
}

/** `k8s/` for `k8s/api/deployment.yaml`; a folder at the top is a part by itself. */
function partOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  const part = folders.length > 1 ? folders.slice(0, -1) : folders;
  return part.map((folder) => `${folder}/`).join('');
}

function needWhole({ unit, body }: Resource): void {
  if (unit.incomplete) throw new Undecided(body, unit.incomplete);
}

/** Groups of custom resources whose operators create pods, Services, Secrets and claims that no file shows. */
const makers =
  /\.(cnpg\.io|zalan\.do|crunchydata\.com|strimzi\.io|elastic\.co|percona\.com|banzaicloud\.io|opentelemetry\.io|serving\.knative\.dev|tekton\.dev|rabbitmq\.com|redis\.redis\.opstreelabs\.in|mongodb\.com|mariadb\.com)$/;

/** Of the Prometheus Operator only these run pods; its monitors and rules make none. */
const prometheusMakers = /^(Prometheus|PrometheusAgent|Alertmanager|ThanosRuler)\.monitoring\.coreos\.com$/;

/** Whether an operator in the same unit, or a release of a chart beside it, may create objects that the files do not show. */
export function mayBeMadeByOperator(graph: Graph, from: Resource): boolean {
  const units = graph.derive(makerUnits, () => {
    const found = new Set<string>();
    for (const type of graph.types)
      if (makers.test(type) || prometheusMakers.test(type))
        for (const { unit } of graph.ofType(type)) found.add(unit.id);
    return found;
  });
  return units.has(from.unit.id) || releaseBeside(graph, from) !== undefined;
}

const makerUnits = Symbol('units with operators');

/**
 * To be asked before something is said of what an object lacks: one of an overlay that is not rendered is known as its base wrote
 * it, and the overlay may add to it.
 * @throws Undecided where it is not rendered
 */
export function needRendered({ unit, body }: Resource): void {
  if (unit.kind === 'kustomize' && unit.incomplete) throw new Undecided(body, unit.incomplete);
}
