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

const service = fc
  .record({
    port: optional(fc.integer({ min: 1024, max: 65_535 })),
    protocol: optional(fc.constantFrom('http', 'grpc', 'tcp')),
    health: optional(fc.constantFrom('/ready', { ready: '/ready', live: '/live', start: '2m' })),
    scale: optional(
      fc.oneof(
        fc.integer({ min: 2, max: 6 }),
        fc.record({ min: fc.integer({ min: 2, max: 4 }), max: fc.integer({ min: 4, max: 20 }) }),
      ),
    ),
    resources: optional(resources),
    secrets: optional(fc.constant(['API_KEY', 'TOKEN_2'])),
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
    owner: optional(fc.constantFrom('shop', 'data-team')),
    egress: optional(
      fc.constantFrom(
        [{ host: 'api.partner.example' }],
        [{ host: 'x.example', port: 8443, cidrs: ['198.51.100.0/24'] }],
      ),
    ),
    strategy: optional(fc.constantFrom('rolling', 'blue-green', 'canary')),
    stateless: optional(fc.boolean()),
    slo: optional(
      fc.constantFrom({ availability: 99.9 }, { availability: 99.5, latency: { milliseconds: 250 } }),
    ),
    expose: optional(fc.constantFrom('own', 'private', 'shared')),
  })
  .map(given);

const job = fc
  .record({
    schedule: optional(fc.constantFrom('0 3 * * *', '*/15 * * * 1-5', '30 5 * * mon-sat', '0 0 29 2 *')),
    timeout: optional(fc.constantFrom('5m', '10m')),
    owner: optional(fc.constantFrom('shop', 'data-team')),
    resources: optional(resources),
    retries: optional(fc.integer({ min: 0, max: 3 })),
  })
  .map(given);

const functions = fc
  .record({
    runtime: optional(fc.constantFrom('nodejs22.x', 'python3.13', 'java21', 'provided.al2023')),
    memory: optional(fc.constantFrom(128, 512, 1769)),
    timeout: optional(fc.constantFrom('5s', '30s')),
    concurrency: optional(fc.integer({ min: 1, max: 50 })),
    trigger: fc.constantFrom('http', 'schedule', 'queue', 'topic', 'bucket', 'table', undefined),
  })
  .map(given);

const datastore = fc
  .record({
    size: optional(fc.constantFrom('small', 'medium', 'large', 'xlarge')),
    storage: optional(fc.constantFrom('5GB', '100GB', '2TB')),
    growth: optional(fc.constantFrom('0%', '2.5%', '20%')),
    sensitivity: optional(fc.constantFrom('public', 'internal', 'confidential', 'restricted')),
    rto: optional(fc.constantFrom('1h', '8h', '1d')),
    retention: optional(fc.integer({ min: 1, max: 35 })),
    hosting: optional(fc.constantFrom('managed', 'self-hosted')),
    owner: optional(fc.constantFrom('shop', 'data-team')),
  })
  .map(given);

const environments = fc.constantFrom(
  { production: { account: '111122223333' } },
  {
    staging: { account: '111122223333', schedule: 'mon-fri 07:00-19:00' },
    production: { account: '222233334444', approvals: 2 },
  },
  {
    dev: { account: '111122223333', size: 0.2, zones: 1, cidr: '10.200.0.0/18' },
    test: { account: '222233334444', region: 'us-east-1' },
    prod: { account: '333344445555', recoveryRegion: 'eu-central-1', size: 2 },
  },
);

const platform = fc
  .record({
    compliance: optional(fc.subarray(['soc2', 'hipaa', 'pci-dss', 'gdpr'])),
    compute: optional(fc.constantFrom('eks', 'ecs', 'decide')),
    network: optional(
      fc.constant({
        cidr: '10.0.0.0/8',
        peers: { office: { cidr: '10.1.0.0/16' } },
        vpn: { cidr: '172.20.0.0/16' },
      }),
    ),
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
  chosen: Record<string, unknown>,
  places: object,
  picks: fc.Stream<number>,
): BlueprintData {
  const data: Record<string, Record<string, unknown>> = {
    services: {},
    jobs: {},
    functions: {},
    datastores: {},
  };
  const pick = () => picks.next().value as number;
  const callable: string[] = [];
  all.forEach(({ name, kind }, at) => {
    const shape = { ...shapes[at]! };
    const needs = callable.filter(() => pick() % 3 === 0);
    // only in a cluster are services replaced in other ways than one by one
    if (chosen['compute'] === 'ecs') delete shape['strategy'];
    const withNeeds = { ...shape, ...(needs.length > 0 ? { needs } : {}) };
    if (kind === 'service')
      data['services']![name] = { image: `acme/${name}`, ...withNeeds, ...exposed(name, shape) };
    else if (kind === 'job') data['jobs']![name] = { image: `acme/${name}`, ...withNeeds };
    else if (kind === 'function') data['functions']![name] = triggered(name, withNeeds, all);
    else {
      const queues = all.filter((one) => one.kind === 'queue').map((one) => one.name);
      data['datastores']![name] = {
        type: kind,
        ...shape,
        // what is only kept at hand may go unsaved
        ...(kind === 'redis' && pick() % 3 === 0 ? { backups: 'none' } : {}),
        ...(kind === 'topic' && queues[0] ? { subscribers: [queues[0]] } : {}),
      };
    }
    if (kind !== 'job') callable.push(name);
  });
  const { packaging, ci, gitops, mesh, secrets, nodes, ingress, state, pattern, ...rest } = chosen;
  // what only a cluster has is asked for only where there is one
  const cluster = rest['compute'] === 'eks';
  const compliance = (rest['compliance'] as string[] | undefined) ?? [];
  const datastores = Object.fromEntries(
    Object.entries(data['datastores'] as Record<string, Record<string, unknown>>).map(
      ([name, { hosting, ...one }]) => [
        name,
        hosting === 'self-hosted' && cluster && canBeHosted(name, one, data, compliance)
          ? { ...one, hosting }
          : one,
      ],
    ),
  );
  return {
    name: 'sys',
    domain: 'sys.example',
    owner: 'shop',
    owners: { shop: { email: 'shop@sys.example' }, 'data-team': {} },
    ...Object.fromEntries(
      Object.entries({ ...data, datastores }).filter(([, map]) => Object.keys(map).length > 0),
    ),
    environments: places,
    ...rest,
    ...(cluster ? { mesh, secrets } : {}),
    // card and health data between services need a mesh, which only a cluster has
    ...(cluster
      ? {}
      : {
          compliance: compliance.filter((one) => one === 'soc2' || one === 'gdpr'),
        }),
    delivery: { packaging, ci, ...(cluster ? { gitops } : {}) },
    decisions: { ...(cluster ? { nodes, ingress } : {}), ...(state === undefined ? {} : { state }) },
    ...(pattern === undefined ? {} : { naming: { pattern, tags: { 'data-class': 'mixed' } } }),
  };
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

function exposed(name: string, { expose }: Record<string, unknown>): object {
  if (expose === undefined) return {};
  if (expose === 'shared') return { expose: { host: 'www', path: `/${name}` } };
  return { expose: expose === 'own' ? name : { host: name, public: false } };
}

function triggered(
  name: string,
  { trigger, ...shape }: Record<string, unknown>,
  all: readonly { readonly name: string; readonly kind: Kind }[],
): object {
  if (trigger === 'http') return { ...shape, on: { http: { host: name } } };
  if (trigger === 'schedule') return { ...shape, on: { schedule: '0 4 * * *' } };
  const source = all.find(({ kind }) => kind === trigger);
  return source ? { ...shape, on: { [trigger as string]: source.name } } : shape;
}
