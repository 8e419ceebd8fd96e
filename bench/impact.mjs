// Time of one blast radius in graphs of 1,000, 10,000 and 100,000 resources: a platform that everything stands on, and ten
// objects for each application, a tenth of which call the next one.
//   node bench/impact.mjs [COUNT...]
// Prints what each step costs and how it grows; nothing here passes or fails.
import { load } from '../scripts/load.mjs';

const { Graph, Mapping, Node, SourceFile, assess, flowGraph, radiusOf } = await load('bench/impact-entry.ts');

const file = new SourceFile('generated.yaml', '');
const node = (content) => new Node(file, 0, 0, content);
const body = (values) => {
  const keys = Object.keys(values);
  return node(
    new Mapping(
      keys,
      keys.map((key) => (typeof values[key] === 'object' ? body(values[key]) : node(values[key]))),
    ),
  );
};

function build(count) {
  const unit = { id: 'generated', kind: 'manifests', path: '.' };
  const resources = [];
  const relations = [];
  const add = (type, name, values = {}) => {
    const source = type.startsWith('aws_') ? 'terraform' : 'kubernetes';
    const address = source === 'terraform' ? `${type}.${name}` : `${type}/team/${name}`;
    const resource = { address, type, name, source, unit, body: body(values) };
    resources.push(resource);
    return resource;
  };
  const relate = (kind, from, to) => relations.push({ kind, from, to });
  const vpc = add('aws_vpc', 'main');
  const subnets = ['a', 'b', 'c'].map((zone) => add('aws_subnet', zone));
  const cluster = add('aws_eks_cluster', 'main');
  for (const subnet of subnets) {
    relate('placed-in', subnet, vpc);
    relate('placed-in', cluster, subnet);
  }
  const services = [];
  for (let at = 0; resources.length < count; at++) {
    const name = `app-${at}`;
    const [account, map, secret, workload, service, ingress, scaler, budget, policy, database] = [
      'ServiceAccount',
      'ConfigMap',
      'Secret',
      'Deployment',
      'Service',
      'Ingress',
      'HorizontalPodAutoscaler',
      'PodDisruptionBudget',
      'NetworkPolicy',
      'aws_db_instance',
    ].map((type) => add(type, name, type === 'Deployment' ? { spec: { replicas: 2 } } : {}));
    relate('runs-as', workload, account);
    relate('reads', workload, map);
    relate('mounts', workload, secret);
    relate('configured-by', map, database);
    relate('placed-in', database, subnets[at % 3]);
    relate('placed-in', workload, cluster);
    relate('selects', service, workload);
    relate('routes-to', ingress, service);
    relate('scales', scaler, workload);
    relate('guards', budget, workload);
    relate('isolates', policy, workload);
    if (at % 10 === 0 && services.length > 0) relate('calls', map, services.at(-1));
    services.push(service);
  }
  return { graph: new Graph([unit], resources, () => relations), resources, relations, vpc };
}

function timed(work) {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}

const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 10_000, 100_000];
let before;
for (const count of counts) {
  const { graph, resources, relations, vpc } = build(count);
  graph.relations;
  const [made] = timed(() => flowGraph(graph));
  const sampled = Array.from(
    { length: 200 },
    (_, at) => resources[Math.floor((at * resources.length) / 200)],
  );
  for (const resource of sampled) radiusOf(graph, [resource], 'unavailable');
  const each = sampled
    .map((resource) => timed(() => radiusOf(graph, [resource], 'unavailable'))[0])
    .sort((a, b) => a - b);
  const worst = Array.from({ length: 5 }, () => timed(() => radiusOf(graph, [vpc], 'destroy'))).sort(
    (a, b) => a[0] - b[0],
  )[2];
  const [assessed] = timed(() => assess(graph, [vpc], 'destroy'));
  const figures = { made, median: each[100], slowest: each.at(-1), everything: worst[0], assessed };
  const grown = Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [
      key,
      before ? ` (${(value / before[key]).toFixed(1)} times)` : '',
    ]),
  );
  console.log(`${resources.length} resources, ${relations.length} relations`);
  console.log(`  what relations carry, once a graph   ${made.toFixed(1)} ms${grown.made}`);
  console.log(`  a radius, median of 200 resources    ${each[100].toFixed(2)} ms${grown.median}`);
  console.log(`  a radius, slowest of 200             ${each.at(-1).toFixed(2)} ms${grown.slowest}`);
  console.log(
    `  the radius that holds ${String(worst[1].affected.length).padStart(7)}        ${worst[0].toFixed(1)} ms${grown.everything}`,
  );
  console.log(`  with data, barriers and circles      ${assessed.toFixed(1)} ms${grown.assessed}`);
  before = figures;
}
