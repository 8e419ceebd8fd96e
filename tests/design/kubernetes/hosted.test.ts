import { describe, expect, it } from 'vitest';
import { gitops } from '../../../src/design/gitops/target.ts';
import { writeAll } from '../../../src/design/write-all.ts';
import { architectureOf } from '../../support/design-example.ts';
import { hostedBlueprint } from '../../support/hosted.ts';
import { provideTools } from '../../support/tools.ts';
import { type Manifest, rendered, written } from './rendering.ts';

const { kubectl } = provideTools();
const usual = { gitops: 'argocd', packaging: 'kustomize' } as const;
const architecture = architectureOf(hostedBlueprint(usual));
const production = architecture.environments.at(-1)!;
const files = writeAll(architecture);

describe.skipIf(!kubectl)('a datastore that the cluster hosts itself (needs kubectl)', () => {
  const folder = written(architecture);
  const overlay = (name: string, environment = 'production') =>
    rendered('kubectl', 'kustomize', `${folder}/kubernetes/_data/${name}/overlays/${environment}`);
  const orders = overlay('orders');
  const sessions = overlay('sessions');
  const one = (all: readonly Manifest[], kind: string, name?: string) =>
    all.find(
      (manifest) => manifest.kind === kind && (name === undefined || manifest.metadata.name === name),
    )!;

  it('is a database that nobody enters as superuser or without TLS, on encrypted volumes in several zones', () => {
    const { spec } = one(orders, 'Cluster');
    expect(spec).toMatchObject({
      instances: 3,
      enableSuperuserAccess: false,
      postgresql: { synchronous: { method: 'any', number: 1, dataDurability: 'preferred' } },
      storage: { storageClass: 'databases' },
      affinity: { podAntiAffinityType: 'required', topologyKey: 'kubernetes.io/hostname' },
    });
    expect(spec.imageName).toMatch(/^ghcr\.io\/cloudnative-pg\/postgresql:17\..*@sha256:[0-9a-f]{64}$/);
    expect(spec.postgresql.pg_hba[0]).toBe('hostnossl all all all reject');
    expect(spec.topologySpreadConstraints[0].topologyKey).toBe('topology.kubernetes.io/zone');
    expect(spec.resources.requests).toEqual(spec.resources.limits);
    const [storage] = rendered(
      'kubectl',
      'kustomize',
      `${folder}/kubernetes/_cluster/overlays/production`,
    ).filter(({ kind }) => kind === 'StorageClass');
    expect(storage).toMatchObject({
      parameters: {
        encrypted: 'true',
        kmsKeyId: `arn:aws:kms:eu-west-1:222233334444:alias/${/name += "(.*)"/.exec(called('platform', 'volumes_key'))![1]}`,
      },
      allowVolumeExpansion: true,
      reclaimPolicy: 'Retain',
    });
  });

  it('sends its log away before more waits than may be lost, and keeps copies as long as asked', () => {
    expect(one(orders, 'Cluster').spec.postgresql.parameters.archive_timeout).toBe('300s');
    const store = one(orders, 'ObjectStore').spec;
    expect(store.retentionPolicy).toBe('35d');
    expect(store.configuration.s3Credentials).toEqual({ inheritFromIAMRole: true });
    expect(one(orders, 'ScheduledBackup').spec).toMatchObject({
      method: 'plugin',
      cluster: { name: 'orders' },
    });
    const strict = architectureOf(hostedBlueprint(usual).replace('rpo: 15m', 'rpo: 5m'));
    const [cluster] = rendered(
      'kubectl',
      'kustomize',
      `${written(strict)}/kubernetes/_data/orders/overlays/production`,
    ).filter(({ kind }) => kind === 'Cluster');
    expect(cluster!.spec.postgresql.parameters.archive_timeout).toBe('150s');
  });

  it('archives nothing where the blueprint asks for no backups', () => {
    const without = architectureOf(
      hostedBlueprint({ ...usual, database: '    backups: none' }).replace('    rpo: 15m\n', ''),
    );
    const all = rendered(
      'kubectl',
      'kustomize',
      `${written(without)}/kubernetes/_data/orders/overlays/production`,
    );
    expect(all.map(({ kind }) => kind)).not.toContain('ObjectStore');
    expect(one(all, 'Cluster').spec).not.toHaveProperty('plugins');
    expect([...gitops.write(without).keys()].join('\n')).not.toContain('plugin-barman-cloud');
  });

  it('is the same thing to Terraform: account, archive, address and login', () => {
    const { spec } = one(orders, 'Cluster');
    expect(called('data', 'orders_archiver')).toContain(`service_account = "${spec.serviceAccountName}"`);
    expect(one(orders, 'ServiceAccount').metadata.name).toBe(spec.serviceAccountName);
    const bucket = /^ {2}name += "(.*)"$/m.exec(called('data', 'orders_archive'))![1];
    expect(one(orders, 'ObjectStore').spec.configuration.destinationPath).toBe(`s3://${bucket}/`);
    for (const [name, all] of [
      ['orders', orders],
      ['sessions', sessions],
    ] as const) {
      const service = one(all, 'Service', name);
      const login = called('data', `${name}_login`);
      expect(login).toContain(
        `host                   = "${service.metadata.name}.${service.metadata.namespace}.svc.cluster.local"`,
      );
      const { spec: secret } = one(all, 'ExternalSecret');
      expect(login).toContain(`connection_secret_name = "${secret.data[0].remoteRef.key}"`);
      // what services ask of the same secret is what Terraform writes into it
      const api = files.get('kubernetes/platform/api/overlays/production/secrets.yaml')!;
      const asked = [...api.matchAll(new RegExp(`${name}/connection, property: (\\w+)`, 'g'))];
      expect(asked.map(([, property]) => property).sort()).toEqual(
        name === 'orders'
          ? ['database', 'host', 'password', 'port', 'username']
          : ['host', 'password', 'port'],
      );
    }
    expect(spec.bootstrap.initdb).toMatchObject({ database: 'orders', owner: 'app' });
    expect(called('data', 'orders_login')).toMatch(/username += "app"/);
  });

  it('lets in who needs it, its own, its operator and Prometheus, and nobody else', () => {
    const { spec } = one(orders, 'NetworkPolicy');
    expect(spec.policyTypes).toEqual(['Ingress', 'Egress']);
    expect(spec.ingress.map(told)).toEqual([
      'api in platform: 5432',
      'importer in platform: 5432',
      'report in platform: 5432',
      'orders: 5432 8000',
      'cloudnative-pg in cnpg-system: 5432 8000',
      'all in monitoring: 9187',
    ]);
    expect(spec.egress.map(told)).toEqual([
      'kube-dns in kube-system: 53 53',
      'orders: 5432 8000',
      'any with cnpg.io/cluster: 5432',
      `${production.cluster!.serviceCidr.replace(/0\/\d+$/, '1/32')} ${production.network.zones.map(({ controlCidr }) => controlCidr).join(' ')}: 443`,
      '169.254.170.23/32: 80',
      '0.0.0.0/0: 443',
    ]);
    expect(one(sessions, 'NetworkPolicy', 'sessions-proxy').spec.ingress.map(told)).toEqual([
      'api in platform: 6379',
      'all in monitoring: 8404',
    ]);
    expect(one(sessions, 'NetworkPolicy', 'sessions').spec.ingress.map(told)).toEqual([
      'sessions: 6379',
      'sessions: 6379 26379',
      'all in monitoring: 9121',
    ]);
    const operator = files.get('gitops/foundation/overlays/production/network-policies.yaml')!;
    expect(operator).toMatch(
      /kubernetes\.io\/metadata\.name: data\n\s+ports:\n\s+- protocol: TCP\n\s+port: 5432/,
    );
  });

  it('says of what runs a cache, and of its pods, which instance they are', () => {
    const running = sessions.filter(({ kind }) => kind === 'StatefulSet' || kind === 'Deployment');
    expect(running.length).toBe(2);
    for (const { metadata, spec } of running)
      for (const { labels } of [metadata, spec.template.metadata])
        expect(labels!['app.kubernetes.io/instance']).toBe(metadata.name);
  });

  it('is a cache whose pods are replaced when their settings change', () => {
    const settings = (all: readonly Manifest[]) =>
      one(all, 'StatefulSet').spec.template.metadata.annotations['plinth.dev/settings'];
    const larger = architectureOf(hostedBlueprint({ ...usual, cache: '    size: large' }));
    const other = rendered(
      'kubectl',
      'kustomize',
      `${written(larger)}/kubernetes/_data/sessions/overlays/production`,
    );
    expect(settings(other)).not.toBe(settings(sessions));
    expect(one(sessions, 'StatefulSet').spec.replicas).toBe(3);
    expect(one(sessions, 'ConfigMap').data!['start-sentinel.sh']).toMatch(
      /sentinel monitor primary \$primary 6379 2/,
    );
  });

  it('is delivered after its operator and its namespace, and does not go with its folder', () => {
    const applications = files.get('gitops/clusters/production/platform.yaml')!;
    for (const name of ['data', 'data-orders', 'data-sessions']) {
      const [text] = applications.split('---\n').filter((part) => part.includes(`\n  name: ${name}\n`));
      expect(text, name).toMatch(/sync-wave: '2[05]'/);
      expect(text, name).not.toContain('finalizers');
    }
    const flux = gitops.write(architectureOf(hostedBlueprint({ gitops: 'flux', packaging: 'helm' })));
    const [namespace] = flux
      .get('gitops/clusters/production/platform.yaml')!
      .split('---\n')
      .filter((part) => part.includes('\n  name: data\n'));
    expect(namespace).toContain('- name: plugin-barman-cloud');
    expect(namespace).toContain('deletionPolicy: Orphan');
  });

  function called(state: string, label: string): string {
    const text = [...files]
      .filter(([path]) => path.startsWith(`terraform/environments/production/${state}/`))
      .map(([, part]) => part)
      .join('\n');
    return new RegExp(`^module "${label}" \\{[\\s\\S]*?^\\}`, 'm').exec(text)?.[0] ?? '';
  }
});

interface Peer {
  readonly namespaceSelector?: { readonly matchLabels: Readonly<Record<string, string>> };
  readonly podSelector?: {
    readonly matchLabels?: Readonly<Record<string, string>>;
    readonly matchExpressions?: readonly { readonly key: string }[];
  };
  readonly ipBlock?: { readonly cidr: string };
}

/** A rule of a network policy in short: who, and which ports. */
function told(rule: {
  readonly from?: readonly Peer[];
  readonly to?: readonly Peer[];
  readonly ports: readonly { readonly port: number }[];
}): string {
  const peers = (rule.from ?? rule.to!).map(({ namespaceSelector, podSelector, ipBlock }) => {
    if (ipBlock) return ipBlock.cidr;
    const pods = podSelector
      ? (Object.values(podSelector.matchLabels ?? {})[0] ??
        `any with ${podSelector.matchExpressions![0]!.key}`)
      : 'all';
    return namespaceSelector ? `${pods} in ${Object.values(namespaceSelector.matchLabels)[0]}` : pods;
  });
  return `${peers.join(' ')}: ${rule.ports.map(({ port }) => port).join(' ')}`;
}
