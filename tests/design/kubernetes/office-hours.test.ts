import { describe, expect, it } from 'vitest';
import { kubernetes } from '../../../src/design/kubernetes/target.ts';
import { asCharts, payments } from '../../support/cluster-variants.ts';
import { type Manifest, manifestsIn } from './rendering.ts';

const plain = payments({});
const cluster = (environment: string) => `kubernetes/_cluster/overlays/${environment}/office-hours.yaml`;
const jobsOf = (all: readonly Manifest[]) =>
  Object.fromEntries(
    all
      .filter(({ kind }) => kind === 'CronJob')
      .map(({ metadata, spec }) => {
        const { containers } = spec.jobTemplate.spec.template.spec;
        return [
          metadata.name,
          [spec.schedule, spec.timeZone, ...containers.map(({ args }: { args: string[] }) => args.join(' '))],
        ];
      }),
  );

describe('office hours of a cluster', () => {
  it('bring every service to nothing and back to its least, by its own kind', () => {
    expect(jobsOf(manifestsIn(plain, cluster('development')))).toEqual({
      'office-hours-off': [
        '0 20 * * 1-5',
        'Etc/UTC',
        'scale --namespace=acquiring --replicas=0 rollouts.argoproj.io/gateway rollouts.argoproj.io/authorizer',
        'scale --namespace=ledger --replicas=0 rollouts.argoproj.io/ledger deployments.apps/console',
      ],
      'office-hours-on': [
        '0 6 * * 1-5',
        'Etc/UTC',
        'scale --namespace=acquiring --replicas=2 rollouts.argoproj.io/gateway rollouts.argoproj.io/authorizer',
        'scale --namespace=ledger --replicas=2 rollouts.argoproj.io/ledger deployments.apps/console',
      ],
    });
  });

  it('follow the time zone', () => {
    const berlin = payments({ environments: { development: { timezone: 'Europe/Berlin' } } });
    expect(jobsOf(manifestsIn(berlin, cluster('development')))['office-hours-on']?.slice(0, 2)).toEqual([
      '0 6 * * 1-5',
      'Europe/Berlin',
    ]);
  });

  it('may change the number of replicas of what they name, and nothing else', () => {
    const all = manifestsIn(plain, 'kubernetes/_namespaces/ledger/overlays/development/office-hours.yaml');
    const { rules } = all.find(({ kind }) => kind === 'Role') as unknown as {
      rules: { resources: string[]; resourceNames: string[]; verbs: string[] }[];
    };
    expect(
      rules.map(({ resources, resourceNames, verbs }) => [...resources, ...resourceNames, ...verbs]),
    ).toEqual([
      ['deployments', 'console', 'get'],
      ['deployments/scale', 'console', 'get', 'patch'],
      ['rollouts', 'ledger', 'get'],
      ['rollouts/scale', 'ledger', 'get', 'patch'],
    ]);
  });

  it('are where an environment is off at times, and nowhere else', () => {
    const paths = [...kubernetes.write(plain).keys()].filter((path) => path.endsWith('office-hours.yaml'));
    expect(paths.length).toBe(3);
    for (const path of paths) expect(path).toContain('/overlays/development/');
  });
});

describe('what runs in an environment that is off at times', () => {
  const fixed = (changed: Parameters<typeof payments>[0]) =>
    payments({ services: { console: { scale: 3 } }, ...changed });
  const leftOpen = (architecture: ReturnType<typeof payments>, environment: string) =>
    /op: remove\s+path: \/spec\/replicas/.test(
      kubernetes
        .write(architecture)
        .get(`kubernetes/ledger/console/overlays/${environment}/kustomization.yaml`)!,
    );

  it('is not brought back by Flux, which keeps what is in Git', () => {
    const flux = fixed({ delivery: { gitops: 'flux' } });
    expect(leftOpen(flux, 'development')).toBe(true);
    expect(leftOpen(flux, 'staging')).toBe(false);
    expect(leftOpen(fixed({}), 'development')).toBe(false);
    const [base] = manifestsIn(flux, 'kubernetes/ledger/console/base/deployment.yaml');
    expect(base!.spec.replicas).toBe(3);
  });

  it('starts no job that is due when it is off', () => {
    const path = 'kubernetes/ledger/settlement/overlays/development/kustomization.yaml';
    const [overlay] = manifestsIn(plain, path) as unknown as { patches: { patch: string }[] }[];
    expect(overlay!.patches.map(({ patch }) => patch).join()).toContain('path: /spec/suspend');
    const files = kubernetes.write(asCharts(plain));
    expect(files.get('kubernetes/ledger/settlement/templates/cron-job.yaml')).toContain(
      'suspend: {{ .Values.suspend }}',
    );
    expect(files.get('kubernetes/ledger/settlement/values-development.yaml')).toContain('suspend: true');
    expect(files.get('kubernetes/ledger/settlement/values.yaml')).toContain('suspend: false');
  });
});
