import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'flux/source-unencrypted',
  title: 'Source fetched without encryption',
  dimension: 'security',
  severity: 'medium',
  why: 'Whoever stands between the cluster and the server replaces the manifests or charts on the way, and Flux applies them as an administrator. There is nothing to notice it by.',
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: ['https://fluxcd.io/flux/components/source/gitrepositories/#url'],
  visits: resources(
    'GitRepository.source.toolkit.fluxcd.io',
    'HelmRepository.source.toolkit.fluxcd.io',
    'OCIRepository.source.toolkit.fluxcd.io',
    'Bucket.source.toolkit.fluxcd.io',
  ),
  judge({ resource, node }) {
    const url = node.get('spec', 'url');
    const insecure = node.get('spec', 'insecure');
    const address = url?.text() ?? '';
    if (/\.svc(?:\.|:|\/|$)/.test(address)) return;
    const at = address.startsWith('http://') ? url : insecure?.flag() === true ? insecure : undefined;
    if (!at) return;
    return {
      message: `${resource.address} is fetched without encryption, so that anybody on the way decides what the cluster runs: use https or ssh.`,
      at,
    };
  },
  examples: {
    bad: `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: shop
  namespace: flux-system
spec:
  interval: 5m
  url: http://git.example.com/shop
  ref:
    tag: v1.4.2
`,
    good: `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: shop
  namespace: flux-system
spec:
  interval: 5m
  url: https://github.com/example/shop
  ref:
    tag: v1.4.2
`,
  },
});
