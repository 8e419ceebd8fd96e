import { describe, expect, it } from 'vitest';
import { simulationReportSchema } from '../../src/report/simulation/schema.ts';
import { folderWith, plinth } from './command-line.ts';

const api = (more = '') => `apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  replicas: 1
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec:
      containers:
        - name: api
          image: example.com/api:1.4.2
          env: [{ name: OTHER_URL, value: http://other }]
${more}
---
apiVersion: v1
kind: Service
metadata: { name: api }
spec: { selector: { app: api }, ports: [{ port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: other }
spec:
  replicas: 1
  selector: { matchLabels: { app: other } }
  template:
    metadata: { labels: { app: other } }
    spec:
      containers:
        - name: other
          image: example.com/other:1.4.2
          env: [{ name: API_URL, value: http://api }]
---
apiVersion: v1
kind: Service
metadata: { name: other }
spec: { selector: { app: other }, ports: [{ port: 80 }] }
`;

/** Without the line breaks of the terminal. */
function flowing(text: string): string {
  return text.replace(/\s+/g, ' ');
}

describe('plinth simulate', () => {
  it('prints data that its schema allows', async () => {
    const { out, code } = await plinth('simulate', folderWith({ 'api.yaml': api() }), '--format', 'json');
    const report = simulationReportSchema.parse(JSON.parse(out));
    expect(code).toBe(0);
    expect(report.environments[0]!.workloads.map(({ address }) => address)).toEqual([
      'Deployment/api',
      'Deployment/other',
    ]);
  });

  it('states what it assumes: nodes, zones, and requests that nobody made', async () => {
    const { out } = await plinth('simulate', folderWith({ 'api.yaml': api() }));
    expect(out).toContain('3 nodes of m5.xlarge in 3 zones; the repository declares no nodes');
    expect(flowing(out)).toContain('no cpu counts for it, as for the scheduler; a container requests no cpu');
  });

  it('takes what it is told instead', async () => {
    const given = ['--zones', '2', '--nodes', '4', '--instance-type', 'm5.large', '--cpu-request', '100m'];
    const { out } = await plinth('simulate', folderWith({ 'api.yaml': api() }), ...given, '--verbose');
    expect(out).toContain('4 nodes of m5.large in 2 zones');
    expect(flowing(out)).toContain('a request of 100m cpu');
  });

  it('takes it from the configuration, and says what is wrong in it', async () => {
    const folder = folderWith({
      'api.yaml': api(),
      'plinth.config.yaml': 'simulation:\n  zones: 2\n  nodes: none\n  optional: [other -> api]\n',
    });
    const { out, err } = await plinth('simulate', folder);
    expect(out).toContain('in 2 zones');
    expect(err).toContain('nodes');
  });

  it('ends where workloads call each other in a circle', async () => {
    const { out, code } = await plinth('simulate', folderWith({ 'api.yaml': api() }), '--verbose');
    expect(code).toBe(0);
    expect(out).toContain('Deployment/other calls Deployment/api');
    expect(out).toContain('Deployment/api calls Deployment/other');
  });

  it('names an instance type that it does not know, and a workload that finds no place', async () => {
    const folder = folderWith({
      'main.tf': `resource "aws_eks_node_group" "odd" {
  cluster_name    = "shop"
  node_group_name = "odd"
  node_role_arn   = "arn:aws:iam::111122223333:role/nodes"
  subnet_ids      = ["subnet-1"]
  instance_types  = ["q9.huge"]
  scaling_config {
    min_size     = 1
    desired_size = 1
    max_size     = 1
  }
}
`,
      'api.yaml': api('          resources: { requests: { cpu: "64" } }'),
    });
    const { out } = await plinth('simulate', folder, '--verbose');
    expect(flowing(out)).toContain('the instance type q9.huge is not known to Plinth');
    expect(out).toContain('Find no place, before anything fails');
    expect(out).toContain('1 node: too little CPU');
  });

  it('says so where there is nothing to simulate, and where nothing was read', async () => {
    const nothing = await plinth('simulate', folderWith({ 'main.tf': 'variable "a" {}\n' }));
    expect(nothing).toMatchObject({ code: 0, out: expect.stringContaining('nothing to simulate') });
    expect((await plinth('simulate', folderWith({ 'notes.txt': 'hello' }))).code).toBe(3);
  });

  it('prints tables for a pull request', async () => {
    const { out } = await plinth('simulate', folderWith({ 'api.yaml': api() }), '-f', 'markdown');
    expect(out).toContain('| scenario | workload | outcome |');
    for (const line of out.split('\n').filter((one) => one.startsWith('| ')))
      expect(line.replaceAll('\\|', '').split('|').length).toBeGreaterThan(3);
  });

  it('takes on absurd numbers without hanging, and says what it left out', async () => {
    const many = api().replace('replicas: 1', 'replicas: 100000000');
    const odd = `apiVersion: apps/v1
kind: Deployment
metadata: { name: odd }
spec:
  replicas: -3
  selector: { matchLabels: { app: odd } }
  template:
    metadata: { labels: { app: odd } }
    spec:
      topologySpreadConstraints: [{ maxSkew: 0, topologyKey: "", whenUnsatisfiable: Perhaps }, nonsense, null]
      affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 3 }, {}] } }
      tolerations: [{ operator: Never }]
      containers: [{ name: odd, image: example.com/odd:1, resources: { requests: { cpu: lots, memory: -1Gi } } }]
`;
    const { out, code } = await plinth(
      'simulate',
      folderWith({ 'api.yaml': many, 'odd.yaml': odd }),
      '--verbose',
    );
    expect(code).toBe(0);
    expect(flowing(out)).toContain('1000 of its 100000000 pods');
    expect(out).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('names a DaemonSet that has no room on some nodes', async () => {
    const agent = api().replace('kind: Deployment', 'kind: DaemonSet').replace('  replicas: 1\n', '');
    const folder = folderWith({
      'agent.yaml': agent.replace(
        '          env:',
        '          resources: { requests: { memory: 64Gi } }\n          env:',
      ),
    });
    const { out } = await plinth('simulate', folder);
    expect(flowing(out)).toContain(
      'DaemonSet/api: 3 pods waiting; 3 nodes that admit it have no room for it',
    );
  });

  it('prints a page that needs nothing else and shows odd names as they are', async () => {
    const odd = api().replaceAll('name: api', 'name: "<script>api"');
    const { out } = await plinth('simulate', folderWith({ 'api.yaml': odd }), '-f', 'html');
    expect(out).toMatch(/^<!doctype html>/);
    expect(out).not.toContain('<script');
    expect(out).toContain('&lt;script&gt;api');
    expect(out).not.toMatch(/(src|href)="https?:/);
  });

  it('refuses what makes no sense', async () => {
    for (const wrong of [
      ['--zones', '0'],
      ['--load', '1'],
      ['--format', 'xml'],
      ['--nodes', 'many'],
    ])
      expect((await plinth('simulate', '.', ...wrong)).code, wrong.join(' ')).toBe(2);
  });

  describe('of a blueprint', () => {
    const blueprint = (zones: number) => `name: shop
owner: shop
owners: { shop: { email: a@shop.example, channel: "#shop", github: shop/ops } }
account: "111122223333"
region: eu-west-1
services:
  api: { image: shop/api, needs: [orders] }
datastores:
  orders: { type: postgres }
environments:
  production: { zones: ${zones} }
delivery: { repository: shop/platform }
compute: ecs
`;
    const read = (out: string) => simulationReportSchema.parse(JSON.parse(out)).environments[0]!;
    const inZones = (out: string) =>
      read(out)
        .scenarios.filter(({ kind }) => kind === 'zone')
        .map(({ outcomes }) => outcomes.map(({ state }) => state).join());

    it('takes the file, and points at its lines', async () => {
      const folder = folderWith({ 'plinth.yaml': blueprint(2) });
      const { out, code, err } = await plinth('simulate', `${folder}/plinth.yaml`, '-f', 'json');
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(read(out).workloads).toMatchObject([{ address: 'services.api', file: 'plinth.yaml', line: 7 }]);
      expect(inZones(out)).toEqual(['degraded', 'degraded']);
    });

    it('is down in one zone, with the change that helps', async () => {
      // RDS would ask for two
      const alone = blueprint(1)
        .replace(', needs: [orders]', '')
        .replace(/datastores:\n.*\n/, '');
      const folder = folderWith({ 'plinth.yaml': alone });
      const { out } = await plinth('simulate', `${folder}/plinth.yaml`, '-f', 'json');
      const [zone] = read(out).scenarios.filter(({ kind }) => kind === 'zone');
      expect(zone!.outcomes).toMatchObject([
        { workload: 'services.api', state: 'down', remedy: { what: 'give it subnets in a second zone' } },
      ]);
    });

    it('takes the folder where nothing else is there, and says so; and where it is asked for', async () => {
      const folder = folderWith({ 'plinth.yaml': blueprint(2) });
      const alone = await plinth('simulate', folder, '-f', 'json');
      expect(read(alone.out).name).toBe('production');
      expect(alone.err).toContain('its blueprint is simulated');
      const both = folderWith({ 'plinth.yaml': blueprint(2), 'api.yaml': api() });
      expect(read((await plinth('simulate', both, '-f', 'json')).out).workloads[0]!.address).toBe(
        'Deployment/api',
      );
      const asked = await plinth('simulate', both, '--blueprint', '-f', 'json');
      expect(read(asked.out).workloads[0]!.address).toBe('services.api');
    });

    it('takes what the configuration beside it says', async () => {
      const folder = folderWith({
        'plinth.yaml': blueprint(2),
        'plinth.config.yaml': 'simulation:\n  optional: [api -> orders]\n  enough: { api: 1 }\n',
      });
      const { out } = await plinth('simulate', `${folder}/plinth.yaml`, '-f', 'json');
      expect(read(out).workloads[0]).toMatchObject({ enough: 1, calls: [{ optional: true }] });
    });

    it('says what is wrong with it, at its line', async () => {
      const folder = folderWith({ 'plinth.yaml': `${blueprint(2)}nonsense: true\n` });
      const { code, err } = await plinth('simulate', `${folder}/plinth.yaml`);
      expect(code).toBe(2);
      expect(err).toMatch(/plinth.yaml:\d+: .*nonsense/);
      expect((await plinth('simulate', '--blueprint', folderWith({ 'a.yaml': 'a: 1\n' }))).code).toBe(2);
    });
  });
});
