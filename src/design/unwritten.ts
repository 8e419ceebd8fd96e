import type { Architecture } from './architecture.ts';

/** What the architecture asks for and no target writes yet, so that nobody takes silence for delivery. */
export function unwritten({ platform, delivery, environments }: Architecture): readonly string[] {
  const services = environments.flatMap((environment) => environment.services);
  const inCluster = platform.compute === 'eks';
  const parts: readonly (readonly [asked: boolean, what: string])[] = [
    [inCluster, `the delivery by ${delivery.gitops} and the add-ons of the cluster`],
    [inCluster && platform.ingress !== 'none', 'ingress and certificates in the cluster'],
    [inCluster && platform.mesh !== 'none', `the policies of ${platform.mesh}`],
    [inCluster && delivery.packaging === 'helm', 'Helm charts (Kustomize overlays are written instead)'],
    [platform.secrets === 'vault', 'secrets from Vault (those of AWS are read instead)'],
    [
      services.some(({ strategy }) => strategy !== 'rolling'),
      'blue/green and canary (services are rolled instead)',
    ],
    [environments.some(({ recovery }) => recovery !== undefined), 'the recovery site'],
    [environments.some(({ schedule }) => schedule !== undefined), 'hours in which environments are off'],
    [true, 'alerts, dashboards and runbooks'],
    [true, 'documents other than the decisions'],
  ];
  return parts.filter(([asked]) => asked).map(([, what]) => what);
}
