import { load, loadAll } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { kubernetes } from '../../../src/design/kubernetes/target.ts';
import { policy } from '../../../src/design/policy/target.ts';
import { judgeAdmission, type Request, readPolicy } from '../../support/admission.ts';
import { payments } from '../../support/cluster-variants.ts';
import { architectureOfExample } from '../../support/design-example.ts';

const files = policy.write(architectureOfExample('payments'));
const policies = new Map(
  [
    'exposure',
    'images',
    'isolation',
    'labels',
    'privileges',
    'probes',
    'resources',
    'secrets',
    'entrances',
  ].map((name) => [name, readPolicy(files.get(`policy/admission/base/${name}.yaml`)!)]),
);
const closed = { spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] } };
const request: Request = { namespace: 'ledger', params: closed };
const digest = `sha256:${'a'.repeat(64)}`;

const container = {
  name: 'ledger',
  image: `ghcr.io/payments-example/ledger@${digest}`,
  ports: [{ containerPort: 8080 }],
  readinessProbe: { httpGet: { path: '/', port: 8080 } },
  livenessProbe: { httpGet: { path: '/', port: 8080 } },
  resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { memory: '1Gi' } },
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  },
};
const spec = { securityContext: { runAsNonRoot: true }, containers: [container] };
const labels = { 'app.kubernetes.io/name': 'ledger', 'app.kubernetes.io/part-of': 'ledger' };

function deployment(change: { container?: object; spec?: object; labels?: object } = {}) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'ledger' },
    spec: {
      template: {
        metadata: { labels: change.labels ?? labels },
        spec: { ...spec, ...change.spec, containers: [{ ...container, ...change.container }] },
      },
    },
  };
}

function pod(change: { container?: object; created?: string } = {}) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'ledger-1', labels, creationTimestamp: change.created ?? '2026-11-01T10:00:00Z' },
    spec: { ...spec, containers: [{ ...container, ...change.container }] },
  };
}

const cronJob = {
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name: 'ledger' },
  spec: { jobTemplate: { spec: { template: { metadata: { labels }, spec } } } },
};

describe('a sound workload is taken', () => {
  const mesh = {
    name: 'istio-proxy',
    image: 'registry.istio.io/release/proxyv2:1.30.3',
    securityContext: { runAsNonRoot: true },
  };
  const injected = { ...pod(), spec: { ...spec, containers: [container, mesh] } };
  it.each([...policies].filter(([name]) => !['exposure', 'secrets', 'entrances'].includes(name)))(
    'by %s',
    (_, one) => {
      for (const object of [deployment(), pod(), cronJob, injected])
        expect(judgeAdmission(one, object, request), object.kind).toEqual([]);
    },
  );
});

const security = (change: object) => ({ securityContext: { ...container.securityContext, ...change } });
const bad: readonly (readonly [rule: string, what: string, object: object, message: RegExp])[] = [
  ['privileges', 'root', deployment({ spec: { securityContext: {} } }), /ordinary user/],
  [
    'privileges',
    'root in one container',
    deployment({ container: security({ runAsNonRoot: false }) }),
    /ordinary user/,
  ],
  [
    'privileges',
    'user 0',
    deployment({ spec: { securityContext: { runAsNonRoot: true, runAsUser: 0 } } }),
    /User 0/,
  ],
  [
    'privileges',
    'privilege',
    deployment({ container: security({ privileged: true }) }),
    /privileged container/,
  ],
  [
    'privileges',
    'escalation',
    deployment({
      container: { securityContext: { readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } } },
    }),
    /gain rights/,
  ],
  [
    'privileges',
    'capabilities',
    deployment({ container: security({ capabilities: { drop: ['NET_RAW'] } }) }),
    /drop ALL/,
  ],
  [
    'privileges',
    'a writable root',
    deployment({ container: security({ readOnlyRootFilesystem: false }) }),
    /readOnlyRootFilesystem/,
  ],
  ['privileges', 'the network of the host', deployment({ spec: { hostNetwork: true } }), /own namespaces/],
  [
    'privileges',
    'a path of the host',
    deployment({ spec: { volumes: [{ name: 'x', hostPath: { path: '/' } }] } }),
    /hostPath/,
  ],
  [
    'privileges',
    'a port of the host',
    deployment({ container: { ports: [{ containerPort: 80, hostPort: 80 }] } }),
    /hostPort/,
  ],
  [
    'privileges',
    'root in an init container',
    deployment({
      spec: {
        initContainers: [{ ...container, securityContext: { ...container.securityContext, runAsUser: 0 } }],
      },
    }),
    /User 0/,
  ],
  [
    'images',
    'a foreign registry',
    deployment({ container: { image: `docker.io/library/nginx@${digest}` } }),
    /bring others there/,
  ],
  [
    'images',
    'a registry that only looks alike',
    deployment({ container: { image: `ghcr.io/payments-example.evil/ledger@${digest}` } }),
    /bring others there/,
  ],
  [
    'images',
    'latest',
    deployment({ container: { image: 'ghcr.io/payments-example/ledger:latest' } }),
    /digest/,
  ],
  [
    'images',
    'latest in a pod',
    pod({ container: { image: 'ghcr.io/payments-example/ledger:latest' } }),
    /digest/,
  ],
  [
    'resources',
    'no requests',
    deployment({ container: { resources: { limits: { memory: '1Gi' } } } }),
    /requests/,
  ],
  [
    'resources',
    'no limit',
    deployment({ container: { resources: { requests: { cpu: '1', memory: '1Gi' } } } }),
    /limits.memory/,
  ],
  [
    'probes',
    'not asked whether it is ready',
    deployment({ container: { readinessProbe: undefined } }),
    /readinessProbe/,
  ],
  [
    'probes',
    'not asked whether it lives',
    deployment({ container: { livenessProbe: undefined } }),
    /livenessProbe/,
  ],
  [
    'labels',
    'no name',
    deployment({ labels: { 'app.kubernetes.io/part-of': 'ledger' } }),
    /app.kubernetes.io\/name/,
  ],
  [
    'labels',
    'another team',
    deployment({ labels: { ...labels, 'app.kubernetes.io/part-of': 'acquiring' } }),
    /part-of/,
  ],
  [
    'exposure',
    'a port of nodes',
    { kind: 'Service', metadata: { name: 'x' }, spec: { type: 'NodePort' } },
    /NodePort/,
  ],
  [
    'exposure',
    'a load balancer',
    { kind: 'Service', metadata: { name: 'x' }, spec: { type: 'LoadBalancer' } },
    /load balancer/,
  ],
  [
    'exposure',
    'external addresses',
    { kind: 'Service', metadata: { name: 'x' }, spec: { externalIPs: ['1.2.3.4'] } },
    /externalIPs/,
  ],
  [
    'entrances',
    'the host of another team',
    {
      kind: 'Ingress',
      metadata: { name: 'x' },
      spec: { ingressClassName: 'public', rules: [{ host: 'console.payments.example' }] },
    },
    /another team/,
  ],
  [
    'entrances',
    'rules of its own for who gets in',
    {
      kind: 'Ingress',
      metadata: { name: 'x', annotations: { 'alb.ingress.kubernetes.io/security-groups': 'sg-1' } },
      spec: {},
    },
    /security groups/,
  ],
  ['secrets', 'of another team', asking({ data: ['production/payments/vault/connection'] }), /another team/],
];

function asking({ data = [], all = [] }: { data?: string[]; all?: object[] }) {
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name: 'x' },
    spec: {
      data: data.map((key) => ({ secretKey: 'A', remoteRef: { key, property: 'a' } })),
      dataFrom: all,
    },
  };
}

it('a team leads its own hosts to its services, by the class that they have', () => {
  const rule = policies.get('entrances')!;
  const ingress = (host: string, more: object = {}, annotations: object = {}) => ({
    kind: 'Ingress',
    metadata: { name: 'x', annotations },
    spec: { ingressClassName: 'public', rules: [{ host }], ...more },
  });
  const judge = (object: object, namespace = 'acquiring') => judgeAdmission(rule, object, { namespace });
  expect(judge(ingress('api.payments.example'))).toEqual([]);
  expect(judge(ingress('api.payments.example'), 'ledger')).toHaveLength(1);
  expect(judge(ingress('other.payments.example'))).toHaveLength(1);
  expect(judge(ingress('console.payments.example'), 'ledger')).toHaveLength(1);
  expect(judge(ingress('console.payments.example', { ingressClassName: 'internal' }), 'ledger')).toEqual([]);
  expect(judge(ingress('api.payments.example', { defaultBackend: {} }))).toHaveLength(1);
  expect(judge(ingress('api.payments.example', { rules: [{}] }))).toHaveLength(1);
  const own = { 'alb.ingress.kubernetes.io/security-groups': 'sg-1' };
  expect(judge(ingress('api.payments.example', {}, own))).toEqual([
    expect.stringContaining('security groups'),
  ]);
});

it('takes every entrance that is written', () => {
  const rule = policies.get('entrances')!;
  const written = [...kubernetes.write(architectureOfExample('payments'))]
    .filter(([path]) => path.endsWith('/base/ingress.yaml'))
    .flatMap(([, text]) => loadAll(text) as { kind: string; metadata: { namespace: string } }[]);
  expect(written.length).toBe(2);
  for (const one of written)
    expect(judgeAdmission(rule, one, { namespace: one.metadata.namespace })).toEqual([]);
});

it('a team reads its own secrets, by whatever way it asks', () => {
  const rule = policies.get('secrets')!;
  const judge = (object: object, namespace = 'ledger') => judgeAdmission(rule, object, { namespace });
  const own = 'production/payments/entries/connection';
  expect(judge(asking({ data: [own] }))).toEqual([]);
  expect(judge(asking({ all: [{ extract: { key: own } }] }))).toEqual([]);
  expect(judge(asking({ data: [own] }), 'acquiring')).toHaveLength(1);
  expect(judge(asking({ data: [own] }), 'nobody')).toHaveLength(1);
  expect(judge(asking({ data: [own, 'production/payments/delivery'] }))).toHaveLength(1);
  expect(judge(asking({ all: [{ extract: { key: 'production/payments/authorizer' } }] }))).toHaveLength(1);
  expect(judge(asking({ all: [{ find: { name: { regexp: '.*' } } }] }))).toHaveLength(1);
});

it('takes everything that is written for teams', () => {
  const rule = policies.get('secrets')!;
  const written = [...kubernetes.write(architectureOfExample('payments'))]
    .filter(([path]) => path.endsWith('/secrets.yaml'))
    .flatMap(([, text]) => loadAll(text) as { metadata: { namespace: string } }[]);
  expect(written.length).toBeGreaterThan(5);
  for (const one of written)
    expect(judgeAdmission(rule, one, { namespace: one.metadata.namespace })).toEqual([]);
});

describe('what is unsound is refused', () => {
  it.each(bad)('%s: %s', (rule, _, object, message) => {
    const told = judgeAdmission(policies.get(rule)!, JSON.parse(JSON.stringify(object)) as object, request);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(message);
  });

  it('every expression refuses something', () => {
    const expressions = [...policies.values()].flatMap((one) => one.spec.validations);
    const hit = new Set(
      bad.flatMap(([rule, , object]) =>
        judgeAdmission(policies.get(rule)!, JSON.parse(JSON.stringify(object)) as object, request),
      ),
    );
    expect(
      expressions
        .map(({ message }) => message)
        .filter((message) => !hit.has(message) && !message.includes('default-deny')),
    ).toEqual([]);
  });
});

it('pods need a policy that closes their namespace', () => {
  const open = { spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'], egress: [{}] } };
  const some = { spec: { podSelector: { matchLabels: { a: 'b' } }, policyTypes: ['Ingress', 'Egress'] } };
  for (const params of [open, some, { spec: { podSelector: {}, policyTypes: ['Ingress'] } }])
    expect(judgeAdmission(policies.get('isolation')!, pod(), { ...request, params })).toHaveLength(1);
});

it('a load balancer is taken where the blueprint asks for one, and nowhere else', () => {
  const feed = payments({
    mesh: 'none',
    compliance: ['soc2'],
    services: { console: { protocol: 'tcp', expose: { host: 'console', public: false } } },
  });
  const written = readPolicy(policy.write(feed).get('policy/admission/base/exposure.yaml')!);
  const judge = (name: string, namespace = 'ledger') =>
    judgeAdmission(
      written,
      { kind: 'Service', metadata: { name }, spec: { type: 'LoadBalancer' } },
      { namespace },
    );
  expect(judge('console-outside')).toEqual([]);
  expect(judge('other')).toHaveLength(1);
  expect(judge('console-outside', 'acquiring')).toHaveLength(1);
});

it('an exception ends by itself, and holds for one workload and one rule', () => {
  const tagged = { container: { image: 'ghcr.io/payments-example/ledger:1' } };
  const images = policies.get('images')!;
  const excepted = (text: string): Request => ({
    ...request,
    annotations: { 'policy.plinth.dev/except-from-images': text },
  });
  expect(judgeAdmission(images, pod(tagged), excepted('other=2027-01-31,ledger=2027-01-31'))).toEqual([]);
  expect(judgeAdmission(images, deployment(tagged), excepted('ledger=2027-01-31'))).toEqual([]);
  expect(
    judgeAdmission(
      images,
      pod({ ...tagged, created: '2027-02-01T00:00:01Z' }),
      excepted('ledger=2027-01-31'),
    ),
  ).toHaveLength(1);
  expect(judgeAdmission(images, pod(tagged), excepted('ledger'))).toHaveLength(1);
  expect(judgeAdmission(images, pod(tagged), excepted('other=2027-01-31'))).toHaveLength(1);
  expect(
    judgeAdmission(
      policies.get('resources')!,
      pod({ container: { resources: {} } }),
      excepted('ledger=2027-01-31'),
    ),
  ).toHaveLength(2);
});

it('the first environment tells, those after it refuse', () => {
  const actions = (environment: string) =>
    files
      .get(`policy/admission/overlays/${environment}/bindings.yaml`)!
      .split('---\n')
      .map((text) => (load(text) as { spec: { validationActions: string[] } }).spec.validationActions.join());
  expect(new Set(actions('development'))).toEqual(new Set(['Warn,Audit']));
  expect(new Set([...actions('staging'), ...actions('production')])).toEqual(new Set(['Deny,Audit']));
});
