import { standsInProduction } from '../../graph/kubernetes/stage.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'flux/chart-version-floating',
  title: 'Release of a chart in whatever version',
  dimension: 'reliability',
  severity: 'medium',
  why: 'A chart without a version, or with a range, is upgraded by itself as soon as somebody publishes one, in all environments at once. Nobody has seen the change, and Git cannot say what ran before it.',
  controls: ['soc2:CC8.1'],
  sources: ['https://fluxcd.io/flux/components/helm/helmreleases/#chart-template'],
  visits: resources('HelmRelease.helm.toolkit.fluxcd.io'),
  judge({ resource, node }) {
    const chart = node.get('spec', 'chart', 'spec');
    // a chart from Git or a bucket has the version of its source
    if (chart?.text('sourceRef', 'kind') !== 'HelmRepository') return;
    const version = chart.get('version');
    const text = version?.text()?.trim() ?? '*';
    if (text.includes('${') || /^v?\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(text)) return;
    return {
      message: `${resource.address} runs whatever version of chart ${chart.text('chart')} fits ${text}: name one, so that an upgrade is a commit that can be reviewed and reverted.`,
      at: version ?? chart,
      ...(!standsInProduction(resource) && { severity: 'low' }),
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
      version: '>=1.4.0'
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
`,
  },
});
