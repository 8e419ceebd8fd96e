import type { Environment } from '../environment.ts';
import type { Endpoint, Flow } from '../flow.ts';
import { type About, workloadsOf } from './about.ts';
import { type Edge, flowchart, type Group, idOf, type Node } from './mermaid.ts';

/** Who and what the system deals with. */
export function contextDiagram({ architecture, main }: About): string {
  const system: Node = { id: 'system', label: `${architecture.name}\n${main.name}` };
  const ends = new Map<string, Node & { readonly inward: boolean; readonly label2?: string }>();
  const meet = (end: Endpoint, inward: boolean, label2?: string) => {
    const node = endNode(end);
    if (['internet', 'private-network', 'outside'].includes(end.kind))
      ends.set(node.id, { ...node, inward, ...(label2 === undefined ? {} : { label2 }) });
  };
  for (const { from, to, port } of main.flows) {
    meet(from, true, String(port));
    meet(to, false, String(port));
  }
  const delivery: Node = {
    id: 'repository',
    label: `${architecture.delivery.repository}\n${architecture.delivery.ci}`,
    shape: 'round',
  };
  const nodes = [...ends.values()];
  return flowchart('LR', { nodes: [system, delivery, ...nodes] }, [
    ...nodes.map(
      ({ id, inward, label2 }): Edge => ({
        from: inward ? id : 'system',
        to: inward ? 'system' : id,
        ...(label2 === undefined ? {} : { label: label2 }),
      }),
    ),
    {
      from: 'repository',
      to: 'system',
      label:
        architecture.delivery.gitops === 'none'
          ? 'applies'
          : `applies, ${architecture.delivery.gitops} pulls`,
    },
  ]);
}

/** Zones, subnets, and what stands in them. */
export function platformDiagram({ architecture }: About, environment: Environment): string {
  const { network, cluster, services, datastores, region, account, functions } = environment;
  const { compute, edge, ingress } = architecture.platform;
  const zones = network.zones.map(
    ({ zone, publicCidr, privateCidr, dataCidr }): Group => ({
      id: idOf('zone', zone),
      label: zone,
      nodes: [
        { id: idOf('public', zone), label: `public ${publicCidr}` },
        { id: idOf('private', zone), label: `private ${privateCidr}` },
        { id: idOf('data', zone), label: `data ${dataCidr}` },
      ],
    }),
  );
  const exposed = services.some(({ expose }) => expose?.public);
  const entrance: Node[] = exposed
    ? [
        { id: 'internet', label: 'internet', shape: 'round' },
        ...(edge === 'none'
          ? []
          : [{ id: 'edge', label: edge === 'waf' ? 'web ACL' : 'CloudFront\nweb ACL' }]),
      ]
    : [];
  const inside: Node[] = [
    ...(ingress === 'none'
      ? []
      : [{ id: 'ingress', label: ingress === 'alb' ? 'load balancer' : 'ingress-nginx' }]),
    ...(compute === 'ecs' && services.length > 0
      ? [{ id: 'compute', label: `Fargate\n${services.length} service${services.length === 1 ? '' : 's'}` }]
      : []),
    ...(cluster
      ? [
          {
            id: 'compute',
            label: [
              cluster.name,
              ...cluster.nodePools.map((pool) => `${pool.name}: ${pool.min} to ${pool.max} nodes`),
            ].join('\n'),
          },
        ]
      : []),
    ...(functions.some(({ inNetwork }) => inNetwork) ? [{ id: 'functions', label: 'functions' }] : []),
  ];
  const near = datastores.filter((one) => 'port' in one).map(storeNode);
  const regional = [
    ...datastores.filter((one) => !('port' in one)).map(storeNode),
    ...(functions.some(({ inNetwork }) => !inNetwork) ? [{ id: 'free_functions', label: 'functions' }] : []),
  ];
  const has = (id: string) => [...entrance, ...inside].some((node) => node.id === id);
  const way = ['internet', 'edge', 'ingress', 'compute'].filter(has);
  return flowchart(
    'LR',
    {
      nodes: entrance,
      groups: [
        {
          id: 'region',
          label: `${region}, account ${account}`,
          nodes: regional,
          groups: [
            { id: 'network', label: `VPC ${network.cidr}`, nodes: [...inside, ...near], groups: zones },
          ],
        },
      ],
    },
    [
      ...way.slice(1).map((to, at): Edge => ({ from: way[at]!, to })),
      ...(has('compute') ? near.map(({ id }): Edge => ({ from: 'compute', to: id })) : []),
      ...(has('functions') ? near.map(({ id }): Edge => ({ from: 'functions', to: id })) : []),
    ],
  );
}

/** Every connection that is allowed. */
export function flowDiagram(environment: Environment): string {
  const flows = environment.flows.filter(({ from }) => from.kind !== 'metrics');
  if (flows.length === 0) return 'Nothing talks to anything else.\n';
  const nodes = new Map<string, Node>();
  for (const { from, to } of flows) for (const end of [from, to]) nodes.set(endNode(end).id, endNode(end));
  const grouped = environment.namespaces.map(
    ({ name }): Group => ({
      id: idOf('team', name),
      label: name,
      nodes: workloadsOf(environment)
        .filter((one) => one.namespace === name)
        .flatMap((one) => nodes.get(idOf('workload', one.name)) ?? []),
    }),
  );
  const inGroups = new Set(grouped.flatMap((group) => (group.nodes ?? []).map(({ id }) => id)));
  return flowchart(
    'LR',
    {
      nodes: [...nodes.values()].filter(({ id }) => !inGroups.has(id)),
      groups: grouped.filter((group) => (group.nodes ?? []).length > 0),
    },
    flows.map(
      (flow): Edge => ({
        from: endNode(flow.from).id,
        to: endNode(flow.to).id,
        label: flowLabel(environment, flow),
      }),
    ),
  );
}

/** What passes: the port, and what is done there. */
export function flowLabel(environment: Environment, { from, to, port }: Flow): string {
  const need =
    from.kind === 'workload' && 'name' in to
      ? workloadsOf(environment)
          .find(({ name }) => name === from.name)
          ?.needs.find(({ name }) => name === to.name)
      : undefined;
  return need === undefined || need.access === 'call' ? String(port) : `${need.access} ${port}`;
}

/** An end of a connection, in words. */
export function endName(end: Endpoint): string {
  switch (end.kind) {
    case 'internet':
      return 'the internet';
    case 'private-network':
      return `private networks (${end.cidrs.join(', ')})`;
    case 'ingress':
      return 'the load balancer';
    case 'metrics':
      return 'what collects metrics';
    case 'outside':
      return end.host;
    default:
      return end.name;
  }
}

function endNode(end: Endpoint): Node {
  switch (end.kind) {
    case 'workload':
      return { id: idOf('workload', end.name), label: end.name };
    case 'datastore':
      return storeNode(end);
    case 'outside':
      return { id: idOf('outside', end.host), label: end.host, shape: 'round' };
    default:
      return { id: idOf('end', end.kind), label: endName(end), shape: 'round' };
  }
}

function storeNode({ name, type }: { readonly name: string; readonly type: string }): Node {
  return {
    id: idOf('store', name),
    label: `${name}\n${type}`,
    shape: type === 'queue' || type === 'topic' ? 'queue' : 'store',
  };
}
