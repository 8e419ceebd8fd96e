import { standsInProduction } from '../../graph/kubernetes/stage.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'flux/failed-upgrade-kept',
  title: 'Failed upgrade that is left as it is',
  dimension: 'reliability',
  severity: 'low',
  why: 'Where an upgrade fails, helm-controller leaves the release half upgraded unless remediation says how often to try and that it should be rolled back. Until a person comes, production stays in between.',
  sources: ['https://fluxcd.io/flux/components/helm/helmreleases/#upgrade-remediation'],
  visits: resources('HelmRelease.helm.toolkit.fluxcd.io'),
  judge({ resource, node }) {
    const spec = node.get('spec');
    if (!spec || spec.has('upgrade', 'remediation') || spec.has('upgrade', 'strategy')) return;
    return {
      message: `${resource.address} stays half upgraded where an upgrade fails: set upgrade.remediation with retries and remediateLastFailure: true, which rolls it back.`,
      at: spec.get('upgrade') ?? spec,
      ...(!standsInProduction(resource) && { severity: 'info' }),
    };
  },
  examples: {
    bad: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: shop
  namespace: shop
spec:
  interval: 30m
  chart:
    spec:
      chart: shop
      version: 1.4.2
      sourceRef:
        kind: HelmRepository
        name: example
`,
    good: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: shop
  namespace: shop
spec:
  interval: 30m
  chart:
    spec:
      chart: shop
      version: 1.4.2
      sourceRef:
        kind: HelmRepository
        name: example
  upgrade:
    remediation: { retries: 3, remediateLastFailure: true }
`,
  },
});
