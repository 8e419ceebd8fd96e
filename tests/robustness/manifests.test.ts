import { describe, expect, it } from 'vitest';
import { verifyBesideGood } from './hostile-folder.ts';

const configMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: bad }\ndata:\n';
const pod = (name: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name} }\nspec: { containers: [{ name: a, image: "a:latest" }] }\n`;

describe('a manifest', () => {
  it.each([
    ['cut off in a quote', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: "abc', 'unreadable bad.yaml:4 '],
    ['cut off in a list', 'apiVersion: v1\nkind: Pod\nmetadata: {name: [a, b', 'unreadable bad.yaml:3 '],
    ['with a tab', 'apiVersion: v1\nkind: Pod\nmetadata:\n\tname: x\n', 'unreadable bad.yaml:4 '],
    [
      'with keys twice',
      `${pod('bad')}  nodeName: x\n`.replace('spec: {', 'spec: {}\nspec: {'),
      'unreadable bad.yaml:',
    ],
    [
      'with two values',
      'apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec: {}}\n',
      'unreadable bad.yaml:4 ',
    ],
    ['of aliases that multiply', bomb(), 'limit bad.yaml:'],
    ['that is its own alias', `${configMap}  a: &a [*a]\n`, 'unreadable bad.yaml:5 '],
    [
      'of lists in lists',
      `${configMap}  a: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n`,
      'limit bad.yaml:5 ',
    ],
    ['of maps in maps', `${configMap}${indented(3000)}`, 'limit bad.yaml:'],
    ['of dashes', `${configMap}  a: ${'- '.repeat(50_000)}a\n`, 'unreadable bad.yaml:5 '],
    ['of opened flow maps', `${configMap}  a: ${'{a: '.repeat(50_000)}\n`, 'bad.yaml:5 '],
    ['of question marks', `${configMap}  ${'? '.repeat(50_000)}\n`, 'bad.yaml:5 '],
    ['of anchors without a value', `${configMap}  a: ${'&a '.repeat(50_000)}\n`, 'bad.yaml:5 '],
    ['of tags', `${configMap}  a: ${'!!str '.repeat(50_000)}a\n`, 'bad.yaml:5 '],
  ])('%s is told with its line', async (_, text, place) => {
    const { problems } = await verifyBesideGood({ 'bad.yaml': text });
    expect(problems).toEqual(expect.arrayContaining([expect.stringContaining(place)]));
    expect(problems.length).toBeLessThan(10);
  });

  it('that is broken loses only its own document', async () => {
    const { report, problems } = await verifyBesideGood({
      'bad.yaml': [pod('first'), 'apiVersion: v1\nkind: Pod\nmetadata: {name: [}\n', pod('last')].join(
        '---\n',
      ),
    });
    expect(problems).toEqual([expect.stringContaining('unreadable bad.yaml:')]);
    const found = report.findings.filter(({ check }) => check === 'kubernetes/image-tag-latest');
    expect(found.map(({ resource }) => resource).sort()).toEqual([
      'Deployment/good',
      'Pod/first',
      'Pod/last',
    ]);
  });

  it('with the same key twice is told, and the last value counts', async () => {
    const { report, problems } = await verifyBesideGood({
      'bad.yaml':
        'apiVersion: v1\nkind: Service\nkind: Pod\nmetadata:\n  name: first\n  name: second\nspec: { containers: [{ name: a, image: "a:latest" }] }\n',
    });
    expect(problems.sort()).toEqual([
      expect.stringMatching(/^invalid bad\.yaml:\d the key "kind" is there twice/),
      expect.stringMatching(/^invalid bad\.yaml:\d the key "name" is there twice/),
    ]);
    expect(report.findings.map(({ resource }) => resource)).toContain('Pod/second');
  });

  it('of 10,000 documents is read to its end', async () => {
    const text = Array.from({ length: 10_000 }, (_, at) => pod(`p${at}`)).join('---\n');
    const { report, problems } = await verifyBesideGood(
      { 'bad.yaml': text },
      '--check',
      'kubernetes/image-tag-latest',
      '--check',
      'terraform/secret-default',
    );
    expect(problems).toEqual([]);
    expect(report.findings.length).toBe(10_002);
  });

  it('of a million empty documents is read to its end', async () => {
    const { report } = await verifyBesideGood({
      'bad.yaml': `${pod('first')}${'---\n'.repeat(1_000_000)}${pod('last')}`,
    });
    expect(report.coverage.resources['Pod']).toBe(2);
  });

  it('on a single line of 10 MB is read to its end', async () => {
    const object = (at: number) =>
      `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c${at}"},"data":{"a":"${'x'.repeat(400)}"}}`;
    const items = Array.from({ length: 20_000 }, (_, at) => object(at)).join(',');
    const { report, problems } = await verifyBesideGood({
      'bad.json': `{"apiVersion":"v1","kind":"List","items":[${items}]}`,
    });
    expect(problems).toEqual([]);
    expect(report.coverage.resources['ConfigMap']).toBe(20_000);
  });

  it('in broken JSON is told with its line', async () => {
    for (const text of [
      '{\n  "apiVersion": "v1",\n  "kind": "Pod",\n  "metadata": {"name": "x",}\n}\n',
      '{"kind": "Pod", "apiVersion": "v1"',
      `{"apiVersion":"v1","kind":"ConfigMap","data":${'['.repeat(200_000)}`,
      `{"apiVersion":"v1","kind":"ConfigMap","data":${'{"a":'.repeat(200_000)}`,
    ]) {
      const { problems } = await verifyBesideGood({ 'bad.json': text });
      expect(problems).toEqual([expect.stringMatching(/^(unreadable|limit) bad\.json:\d/)]);
    }
  });
});

describe('objects that are none', () => {
  it('are passed over where they are not of Kubernetes at all', async () => {
    const { report, problems } = await verifyBesideGood({
      'a.yaml': 'kind: Pod\nmetadata: { name: x }\n',
      'b.yaml': 'apiVersion: v1\nmetadata: { name: x }\n',
      'c.yaml': 'apiVersion: [v1]\nkind: { a: b }\n',
      'd.yaml': 'apiVersion: v1\nkind: "not a kind"\n',
      'e.yaml': '- apiVersion\n- kind\n',
      'f.yaml': 'apiVersion kind',
      'g.yaml': '',
      'h.yaml': '---\n---\n...\n',
      'i.json': 'null',
      'j.yaml': '# apiVersion: v1\n# kind: Pod\n',
    });
    expect(problems).toEqual([]);
    expect(report.summary.resources).toBe(2);
  });

  it('keep their findings, and hold nobody up, where parts of them are of the wrong kind', async () => {
    const parts = ['null', '[]', '3', 'x', '{}', '[null]', '[[]]', '{a: null}', 'true', '""'];
    const texts = parts.flatMap((part, at) => [
      `apiVersion: v1\nkind: Pod\nmetadata: ${part}\nspec: ${parts[(at + 3) % parts.length]}\n`,
      `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: d${at}, labels: ${part}, namespace: ${part} }\nspec: { replicas: ${part}, selector: ${part}, template: { metadata: { labels: ${part} }, spec: { containers: ${part}, initContainers: ${part}, volumes: ${part}, securityContext: ${part} } } }\n`,
      `apiVersion: v1\nkind: Pod\nmetadata: { name: p${at} }\nspec: { containers: [{ name: ${part}, image: ${part}, ports: ${part}, env: ${part}, envFrom: ${part}, resources: ${part}, securityContext: ${part}, livenessProbe: ${part}, readinessProbe: ${part}, volumeMounts: ${part} }], volumes: [{ name: ${part}, configMap: ${part}, secret: ${part}, hostPath: ${part} }] }\n`,
      `apiVersion: v1\nkind: Service\nmetadata: { name: s${at} }\nspec: { selector: ${part}, ports: ${part}, type: ${part} }\n`,
      `apiVersion: v1\nkind: Service\nmetadata: { name: t${at} }\nspec: { selector: { app: ${part} }, ports: [{ port: ${part}, targetPort: ${part} }] }\n`,
      `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: i${at} }\nspec: { rules: [{ http: { paths: ${part} } }], tls: ${part}, defaultBackend: ${part} }\n`,
      `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: n${at} }\nspec: { podSelector: ${part}, ingress: ${part}, policyTypes: ${part} }\n`,
      `apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: b${at} }\nspec: { selector: { matchLabels: ${part}, matchExpressions: ${part} }, minAvailable: ${part} }\n`,
      `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: h${at} }\nspec: { scaleTargetRef: ${part}, minReplicas: ${part}, maxReplicas: ${part}, metrics: ${part} }\n`,
      `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: r${at} }\nrules: [{ apiGroups: ${part}, resources: ${part}, verbs: ${part} }]\naggregationRule: ${part}\n`,
      `apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: { name: rb${at} }\nroleRef: ${part}\nsubjects: ${part}\n`,
      `apiVersion: v1\nkind: Secret\nmetadata: { name: x${at}, annotations: ${part} }\ndata: ${part}\nstringData: ${part}\ntype: ${part}\n`,
      `apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: c${at} }\nspec: { schedule: ${part}, jobTemplate: ${part} }\n`,
      `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: widgets.example.com }\nspec: { group: ${part}, names: ${part}, versions: ${part}, scope: ${part} }\n`,
      `apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: { name: m${at} }\nspec: { selector: ${part}, endpoints: ${part}, namespaceSelector: ${part} }\n`,
      `apiVersion: v1\nkind: List\nitems: ${part}\n`,
    ]);
    const { report } = await verifyBesideGood({ 'bad.yaml': texts.join('---\n') });
    expect(report.summary.resources).toBeGreaterThan(140);
  });

  it('may be called by numbers and by what objects of JavaScript inherit', async () => {
    const names = [
      '123',
      '0x1F',
      '1e3',
      'true',
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      '"\\0"',
      '"a\\nb"',
    ];
    const texts = names.flatMap((name) => [
      `${pod(name)}`,
      `apiVersion: v1\nkind: Service\nmetadata: { name: ${name}, namespace: ${name}, labels: { ${name}: ${name} } }\nspec: { selector: { ${name}: ${name} }, ports: [{ port: 1, name: ${name} }] }\n`,
      `apiVersion: ${name}.example.com/v1\nkind: Constructor\nmetadata: { name: ${name} }\n${name}: {}\n`,
      `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: ${name} }\nspec: { template: { metadata: { labels: { ${name}: a } }, spec: { containers: [{ name: ${name}, image: ${name}, resources: { limits: { ${name}: 1 } } }] } } }\n`,
    ]);
    const { report } = await verifyBesideGood({ 'bad.yaml': texts.join('---\n') });
    expect(report.coverage.resources['Pod']).toBeGreaterThan(8);
  });

  it('in lists of lists are all found', async () => {
    const nested = (depth: number): string =>
      depth === 0
        ? '{apiVersion: v1, kind: Pod, metadata: {name: deep}, spec: {containers: [{name: a, image: "a:latest"}]}}'
        : `{apiVersion: v1, kind: List, items: [${nested(depth - 1)}]}`;
    const { report } = await verifyBesideGood({ 'bad.yaml': `${nested(60)}\n` });
    expect(report.findings.map(({ resource }) => resource)).toContain('Pod/deep');
  });
});

function bomb(): string {
  const rows = Array.from(
    { length: 10 },
    (_, at) =>
      `  r${at}: &r${at} [${Array(9)
        .fill(at ? `*r${at - 1}` : 'lol')
        .join(', ')}]`,
  );
  return `${configMap}${rows.join('\n')}\n`;
}

function indented(depth: number): string {
  return Array.from({ length: depth }, (_, at) => `${' '.repeat(at + 1)}a:\n`).join('');
}
