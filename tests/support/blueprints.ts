import * as fc from 'fast-check';

/** A blueprint as data, to be written as YAML or JSON: valid, and free of contradictions. */
export type BlueprintData = { readonly name: string; readonly [key: string]: unknown };

const words = [
  'ada',
  'bolt',
  'cargo',
  'dune',
  'ember',
  'flint',
  'grove',
  'hazel',
  'iris',
  'juno',
  'kite',
  'lark',
];

type Kind =
  | 'service'
  | 'job'
  | 'function'
  | 'postgres'
  | 'mysql'
  | 'redis'
  | 'bucket'
  | 'queue'
  | 'topic'
  | 'table';
const kinds: readonly Kind[] = [
  'service',
  'service',
  'service',
  'job',
  'function',
  'postgres',
  'mysql',
  'redis',
  'bucket',
  'queue',
  'topic',
  'table',
];

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** Takes out what is `undefined`. */
function given<T extends object>(data: T): Partial<T> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as Partial<T>;
}

const resources = fc.record({
  cpu: fc.constantFrom('100m', '250m', '1', '1.5'),
  memory: fc.constantFrom('128Mi', '512Mi', '2Gi'),
});

/** What all that runs may have. */
const common = {
  secrets: optional(fc.constant(['API_KEY', 'TOKEN_2'])),
  owner: optional(fc.constantFrom('shop', 'data-team')),
  formerly: optional(fc.boolean()),
  egress: optional(
    fc.constantFrom(
      [{ host: 'api.partner.example' }],
      [{ host: '*.partner.example' }, { host: 'sftp.bank.example', port: 22 }],
      [{ host: 'x.example', port: 8443, cidrs: ['198.51.100.0/24'] }],
    ),
  ),
};

const service = fc
  .record({
    port: optional(fc.oneof(fc.integer({ min: 1024, max: 65_535 }), fc.constantFrom(80, 443))),
    protocol: optional(fc.constantFrom('http', 'grpc', 'tcp')),
    health: optional(fc.constantFrom('/ready', { ready: '/ready', live: '/live', start: '2m' })),
    metrics: optional(fc.constantFrom('/internal/metrics', '/')),
    tag: optional(fc.constantFrom(':1.4.2', `@sha256:${'0123456789abcdef'.repeat(4)}`)),
    scale: optional(
      fc.oneof(
        fc.integer({ min: 2, max: 6 }),
        fc.record({ min: fc.integer({ min: 2, max: 4 }), max: fc.integer({ min: 4, max: 20 }) }),
        fc.constant({ min: 3, cpu: 45 }),
      ),
    ),
    resources: optional(resources),
    ...common,
    env: optional(
      fc.constantFrom(
        { LOG_LEVEL: 'info', FLAG: 'yes', NUMBER: '007' },
        {
          GREETING: '"${USER}" %{ if } {{ .Values.x }} $(X) 100 % \\ # : é',
          LINES: 'one\n  two\n',
          EMPTY: '',
        },
      ),
    ),
    command: optional(fc.constantFrom(['serve'], ['sh', '-c', 'exec app --name="${HOSTNAME}" {{x}}'])),
    strategy: optional(fc.constantFrom('rolling', 'blue-green', 'canary')),
    stateless: optional(fc.boolean()),
    slo: optional(
      fc.constantFrom(
        { availability: 99.9 },
        { availability: 99.5, latency: { milliseconds: 250 } },
        { latency: { percentile: 99, milliseconds: 40 } },
      ),
    ),
    expose: optional(fc.constantFrom('own', 'private', 'shared', 'deep')),
  })
  .map(given);

const job = fc
  .record({
    schedule: optional(fc.constantFrom('0 3 * * *', '*/15 * * * 1-5', '30 5 * * mon-sat', '0 0 29 2 *')),
    timeout: optional(fc.constantFrom('5m', '10m')),
    command: optional(fc.constant(['run', '--all'])),
    env: optional(fc.constant({ MODE: 'a: b # c' })),
    ...common,
    resources: optional(resources),
    retries: optional(fc.integer({ min: 0, max: 3 })),
  })
  .map(given);

const functions = fc
  .record({
    runtime: optional(fc.constantFrom('nodejs22.x', 'python3.13', 'java21', 'provided.al2023', 'image')),
    handler: optional(fc.constant('app.main')),
    env: optional(fc.constant({ MODE: 'fast' })),
    slo: optional(fc.constantFrom({ availability: 99 }, { latency: { milliseconds: 900 } })),
    ...common,
    memory: optional(fc.constantFrom(128, 512, 1769)),
    timeout: optional(fc.constantFrom('5s', '30s')),
    concurrency: optional(fc.integer({ min: 1, max: 50 })),
    trigger: fc.constantFrom('http', 'private', 'schedule', 'queue', 'topic', 'bucket', 'table', undefined),
  })
  .map(given);

const datastore = fc
  .record({
    size: optional(fc.constantFrom('small', 'medium', 'large', 'xlarge')),
    storage: optional(fc.constantFrom('5GB', '100GB', '2TB')),
    growth: optional(fc.constantFrom('0%', '2.5%', '20%')),
    sensitivity: optional(fc.constantFrom('public', 'internal', 'confidential', 'restricted')),
    rpo: optional(fc.constantFrom('1d', '2d')),
    rto: optional(fc.constantFrom('1h', '8h', '1d')),
    backups: optional(fc.constantFrom('daily', 'continuous')),
    versioned: optional(fc.boolean()),
    sort: optional(fc.constant('at')),
    key: optional(fc.constant('tenant')),
    formerly: optional(fc.boolean()),
    retention: optional(fc.integer({ min: 1, max: 35 })),
    hosting: optional(fc.constantFrom('managed', 'self-hosted')),
    owner: optional(fc.constantFrom('shop', 'data-team')),
  })
  .map(given);

const environments = fc.constantFrom<Readonly<Record<string, Record<string, unknown>>> | undefined>(
  undefined,
  { production: { account: '111122223333' } },
  {
    staging: { account: '111122223333', schedule: 'mon-fri 07:00-19:00' },
    production: { account: '222233334444', approvals: 2 },
  },
  {
    dev: { account: '111122223333', size: 0.2, zones: 2, cidr: '10.200.0.0/18' },
    test: { account: '222233334444', region: 'us-east-1' },
    prod: { account: '333344445555', recoveryRegion: 'eu-central-1', size: 2 },
  },
  {
    night: { account: '111122223333', schedule: 'sun-thu 21:30-05:15', timezone: 'Australia/Lord_Howe' },
    // two that people depend on, and one domain
    europe: { account: '222233334444', production: true, recoveryRegion: 'eu-north-1', approvals: 0 },
    live: { account: '333344445555', region: 'ap-northeast-1', zones: 2 },
  },
);

const platform = fc
  .record({
    compliance: optional(fc.subarray(['soc2', 'hipaa', 'pci-dss', 'gdpr'])),
    compute: optional(fc.constantFrom('eks', 'eks', 'ecs', 'decide', 'lambda')),
    network: optional(
      fc.constantFrom(
        {
          cidr: '10.0.0.0/8',
          peers: { office: { cidr: '10.1.0.0/16' } },
          vpn: { cidr: '172.20.0.0/16' },
        },
        {
          peers: { hall: { cidr: '10.2.0.0/16', account: '555566667777', vpc: 'vpc-0a1b2c3d4e5f67890' } },
          vpn: { cidr: '192.168.0.0/17', gateway: '203.0.113.10' },
        },
      ),
    ),
    ordered: fc.boolean(),
    connected: fc.boolean(),
    budget: optional(
      fc.constantFrom(
        { monthly: 900_000, contact: 'money@sys.example' },
        { alarms: false },
        { alarms: true },
      ),
    ),
    owned: fc.boolean(),
    branch: optional(fc.constant('trunk')),
    accounts: optional(fc.constant('per-environment')),
    nat: optional(fc.constantFrom('single', 'per-zone')),
    spot: optional(fc.constantFrom(0, 0.25, 1)),
    strategy: optional(fc.constantFrom('rolling', 'blue-green', 'canary')),
    edge: optional(fc.constantFrom('none', 'waf', 'cloudfront')),
    recovery: optional(fc.constantFrom('pilot-light', 'warm-standby')),
    packaging: fc.constantFrom('kustomize', 'helm'),
    ci: fc.constantFrom('github', 'gitlab'),
    gitops: fc.constantFrom('argocd', 'flux'),
    mesh: fc.constantFrom('istio', 'linkerd'),
    secrets: fc.constantFrom('external-secrets', 'vault'),
    nodes: fc.constantFrom('managed-groups', 'karpenter'),
    ingress: fc.constantFrom('alb', 'nginx'),
    state: optional(fc.constantFrom('per-boundary', 'per-environment')),
    pattern: optional(fc.constant('${system}-${env}-${service}-${resource}')),
  })
  .map(given);

const parts = fc.uniqueArray(
  fc.record({ name: fc.constantFrom(...words), kind: fc.constantFrom(...kinds) }),
  {
    selector: ({ name }) => name,
    minLength: 1,
    maxLength: words.length,
  },
);

/** Valid blueprints of every shape: parts need only parts before them, so there are no cycles. */
export const blueprints: fc.Arbitrary<BlueprintData> = fc
  .record({ parts, platform, environments, picks: fc.infiniteStream(fc.nat()) })
  .chain(({ parts: all, platform: chosen, environments: places, picks }) =>
    fc
      .tuple(...all.map(({ kind }) => shapeOf(kind)))
      .map((shapes) => assemble(all, shapes, chosen as Record<string, unknown>, places, picks)),
  );

function shapeOf(kind: Kind): fc.Arbitrary<Record<string, unknown>> {
  if (kind === 'service') return service as fc.Arbitrary<Record<string, unknown>>;
  if (kind === 'job') return job as fc.Arbitrary<Record<string, unknown>>;
  return (kind === 'function' ? functions : datastore) as fc.Arbitrary<Record<string, unknown>>;
}

function assemble(
  all: readonly { readonly name: string; readonly kind: Kind }[],
  shapes: readonly Record<string, unknown>[],
  drawn: Record<string, unknown>,
  places: Readonly<Record<string, Record<string, unknown>>> | undefined,
  picks: fc.Stream<number>,
): BlueprintData {
  const data: Record<string, Record<string, unknown>> = {
    services: {},
    jobs: {},
    functions: {},
    datastores: {},
  };
  const registry = registryOf(places);
  const hasRecovery = Object.values(places ?? {}).some((one) => one['recoveryRegion'] !== undefined);
  const chosen =
    registry === undefined && drawn['compute'] === 'lambda' ? { ...drawn, compute: 'ecs' } : drawn;
  const registryOfServices = chosen['compute'] === 'lambda' ? registry : undefined;
  const pick = () => picks.next().value as number;
  const callable: string[] = [];
  const triggersLeft = new Set(all.map(({ name }) => name));
  all.forEach(({ name, kind }, at) => {
    const { formerly, ...shape } = shapes[at]!;
    const needs = callable.filter(() => pick() % 3 === 0);
    const own = { ...shape, ...(formerly ? { formerly: `old-${name}` } : {}) };
    const whole = { ...own, ...(needs.length > 0 ? { needs } : {}) };
    if (kind === 'service') data['services']![name] = serviceFor(name, whole, chosen, registryOfServices);
    else if (kind === 'job')
      data['jobs']![name] = {
        image: `${registryOfServices ?? 'acme'}/${name}`,
        // a function has 15 minutes at most
        ...(chosen['compute'] === 'lambda' ? { timeout: '10m' } : {}),
        ...whole,
      };
    else if (kind === 'function')
      data['functions']![name] = triggered(
        name,
        whole,
        all,
        registry,
        chosen['ordered'] === true,
        triggersLeft,
      );
    else {
      const queues = all.filter((one) => one.kind === 'queue').map((one) => one.name);
      data['datastores']![name] = {
        ...datastoreFor(kind, own, chosen['ordered'] === true),
        // what is only kept at hand may go unsaved
        ...(kind === 'redis' && pick() % 3 === 0 ? { backups: 'none', rpo: undefined } : {}),
        // and in another region it begins empty
        ...(kind === 'redis' && hasRecovery ? { rpo: undefined } : {}),
        ...(kind === 'topic' && queues[0] ? { subscribers: [queues[0]] } : {}),
      };
    }
    if (kind !== 'job') callable.push(name);
  });
  const { packaging, ci, gitops, mesh, secrets, pattern, network, budget, branch, ...rest } = chosen;
  // what only a cluster has is asked for only where there is one
  const cluster = rest['compute'] === 'eks';
  const asked = (rest['compliance'] as string[] | undefined) ?? [];
  // card and health data between services need a mesh, which only a cluster has
  const compliance = cluster ? asked : asked.filter((one) => one === 'soc2' || one === 'gdpr');
  const datastores = Object.fromEntries(
    Object.entries(data['datastores'] as Record<string, Record<string, unknown>>).map(
      ([name, { hosting, formerly, ...one }]) => [
        name,
        given(
          hosting === 'self-hosted' && cluster && canBeHosted(name, one, data, compliance)
            ? { ...one, hosting, version: undefined }
            : { ...one, formerly },
        ),
      ],
    ),
  );
  return {
    $schema: './blueprint.schema.json',
    name: 'sys',
    domain: 'sys.example',
    owner: 'shop',
    owners: chosen['owned']
      ? {
          shop: {
            email: 'shop@sys.example',
            channel: '#shop',
            github: 'acme/teams/shop',
            costCentre: 'CC 42',
          },
          'data-team': { email: 'data+alarms@sys.example', costCentre: '' },
        }
      : { shop: { email: 'shop@sys.example' }, 'data-team': {} },
    ...(places ? { environments: places } : { account: '111122223333', region: 'us-west-2' }),
    ...Object.fromEntries(
      Object.entries({ ...data, datastores }).filter(([, map]) => Object.keys(map).length > 0),
    ),
    ...given({ compute: rest['compute'], budget }),
    ...(network === undefined
      ? {}
      : { network: connected(network as Network, chosen['connected'] === true, places) }),
    compliance,
    ...(cluster ? { mesh, secrets } : {}),
    delivery: given({
      packaging,
      ci,
      branch,
      // GitHub has no groups within groups
      ...(chosen['owned'] ? { repository: ci === 'gitlab' ? 'acme/infra/platform' : 'acme/infra' } : {}),
      ...(cluster ? { gitops } : {}),
    }),
    decisions: decisionsFor(chosen, compliance, places),
    ...(pattern === undefined
      ? {}
      : { naming: { pattern, tags: { 'data-class': 'mixed', 'Team: unit': 'a/b' } } }),
  };
}

interface Network {
  readonly peers: Readonly<Record<string, object>>;
  readonly vpn: object;
}

/** Networks that only the last environment is connected with, or all are. */
function connected(network: Network, one: boolean, places: object | undefined): object {
  if (!one) return network;
  const environments = [Object.keys(places ?? { production: {} }).at(-1)!];
  return {
    ...network,
    peers: Object.fromEntries(
      Object.entries(network.peers).map(([name, peer]) => [name, { ...peer, environments }]),
    ),
    vpn: { ...network.vpn, environments },
  };
}

function decisionsFor(
  { compute, nodes, ingress, state, nat, spot, strategy, edge, recovery, accounts }: Record<string, unknown>,
  compliance: readonly string[],
  places: Readonly<Record<string, Record<string, unknown>>> | undefined,
): object {
  const cluster = compute === 'eks';
  const all = Object.values(places ?? {});
  const isApart = new Set(all.map(({ account }) => account)).size === all.length && all.length > 1;
  const refused =
    (edge === 'waf' && cluster && ingress === 'nginx') || (edge === 'none' && compliance.includes('pci-dss'));
  return given({
    ...(cluster ? { nodes, ingress, strategy } : {}),
    state,
    nat,
    spot,
    ...(refused ? {} : { edge }),
    ...(all.at(-1)?.['recoveryRegion'] === undefined ? {} : { recovery }),
    ...(isApart ? { accounts } : {}),
  });
}

/** Lambda takes images from the registry of its own region only; none where environments are in several. */
function registryOf(
  places: Readonly<Record<string, Record<string, unknown>>> | undefined,
): string | undefined {
  const regions = new Set(
    places ? Object.values(places).map(({ region }) => region ?? 'eu-west-1') : ['us-west-2'],
  );
  return regions.size === 1 ? `111122223333.dkr.ecr.${[...regions].join()}.amazonaws.com` : undefined;
}

function serviceFor(
  name: string,
  { tag, expose, strategy, protocol, ...shape }: Record<string, unknown>,
  { compute, ingress }: Record<string, unknown>,
  registry: string | undefined,
): object {
  const cluster = compute === 'eks';
  const speaks = compute === 'lambda' ? undefined : protocol;
  const host =
    speaks === 'tcp' || compute === 'lambda'
      ? expose === 'shared'
        ? 'own'
        : expose
      : // one controller stands before public hosts, or before private ones
        cluster && ingress === 'nginx' && expose === 'private'
        ? 'own'
        : expose;
  return given({
    image: `${registry ?? 'acme'}/${name}${(tag as string | undefined) ?? ''}`,
    ...shape,
    // a function keeps nothing between requests
    ...(compute === 'lambda' ? { stateless: undefined } : {}),
    protocol: speaks,
    // only in a cluster are services replaced in other ways than one by one, and reached by other than requests
    ...(cluster ? { strategy } : {}),
    ...(speaks === 'tcp' && !cluster ? {} : exposed(name, host)),
  });
}

const versions: Readonly<Record<string, string>> = { postgres: '16', mysql: '8.4', redis: '7.1' };

function datastoreFor(
  kind: Kind,
  { versioned, key, sort, ...shape }: Record<string, unknown>,
  inOrder: boolean,
): object {
  return given({
    type: kind,
    ...shape,
    ...(versioned ? { version: versions[kind] } : {}),
    ...(kind === 'table' ? { key, sort } : {}),
    ...((kind === 'queue' || kind === 'topic') && inOrder ? { fifo: true } : {}),
  });
}

/** Functions cannot reach what is in the cluster, and strict data does not go there. */
function canBeHosted(
  name: string,
  { type, sensitivity, rto }: Record<string, unknown>,
  { functions }: Record<string, Record<string, unknown>>,
  compliance: readonly string[],
): boolean {
  const calling = Object.values(functions as Record<string, { needs?: string[] }>);
  if (calling.some(({ needs = [] }) => needs.includes(name))) return false;
  if (type === 'redis')
    return sensitivity !== 'restricted' && !compliance.includes('pci-dss') && !compliance.includes('hipaa');
  return type === 'postgres' && !(sensitivity === 'restricted' && rto === '1h');
}

function exposed(name: string, expose: unknown): object {
  if (expose === undefined) return {};
  if (expose === 'shared') return { expose: { host: 'www', path: `/${name}` } };
  if (expose === 'deep') return { expose: `${name}.deep.sys.example` };
  return { expose: expose === 'own' ? name : { host: name, public: false } };
}

/** @param left what has no function yet: one bucket, or queue, calls one */
function triggered(
  name: string,
  { trigger, ...shape }: Record<string, unknown>,
  all: readonly { readonly name: string; readonly kind: Kind }[],
  registry: string | undefined,
  inOrder: boolean,
  left: Set<string>,
): object {
  const { runtime, ...rest } = shape;
  const whole = given(
    runtime === 'image'
      ? registry === undefined
        ? rest
        : { ...rest, runtime, image: `${registry}/${name}` }
      : { ...rest, runtime },
  );
  if (trigger === 'http') return { ...whole, on: { http: { host: name, path: '/hook' } } };
  if (trigger === 'private') return { ...whole, on: { http: { host: name, public: false } } };
  if (trigger === 'schedule') return { ...whole, on: { schedule: '0 4 * * *' } };
  // what keeps an order reaches queues only
  if (trigger === 'topic' && inOrder) return whole;
  const source = all.find((one) => one.kind === trigger && left.has(one.name));
  if (!source) return whole;
  if (trigger === 'bucket' || trigger === 'queue') left.delete(source.name);
  return { ...whole, on: { [trigger as string]: source.name } };
}
