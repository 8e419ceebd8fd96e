import { standsInProduction } from '../../graph/kubernetes/stage.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'flux/source-unverified',
  title: 'Production from a branch that nobody signs',
  dimension: 'security',
  severity: 'low',
  why: 'Whoever can push to that branch changes production within the interval, with a token of their own or a stolen one. verify lets Flux take only commits and artifacts that a known key has signed; a tag or digest at least makes a release a decision.',
  controls: ['slsa:build-l3', 'soc2:CC8.1'],
  sources: ['https://fluxcd.io/flux/components/source/gitrepositories/#verification'],
  visits: resources('GitRepository.source.toolkit.fluxcd.io', 'OCIRepository.source.toolkit.fluxcd.io'),
  judge({ resource, node }) {
    if (!standsInProduction(resource) || node.has('spec', 'verify')) return;
    const ref = node.get('spec', 'ref');
    if (ref?.has('commit') || ref?.has('digest')) return;
    const tag = ref?.text('tag');
    if (tag !== undefined && tag !== 'latest') return;
    const what = ref?.text('semver')
      ? `whatever fits ${ref.text('semver')}`
      : (tag ?? ref?.text('branch') ?? 'the default branch');
    return {
      message: `${resource.address} is production and takes ${what} of ${node.text('spec', 'url') ?? 'its source'} from whoever can push there: add verify with the keys of those who may release.`,
      at: ref ?? node.get('spec') ?? node,
    };
  },
  examples: {
    bad: {
      'clusters/production/source.yaml': `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: shop
  namespace: flux-system
spec:
  interval: 5m
  url: https://github.com/example/shop
  ref:
    branch: main
`,
    },
    good: {
      'clusters/production/source.yaml': `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: shop
  namespace: flux-system
spec:
  interval: 5m
  url: https://github.com/example/shop
  ref:
    branch: main
  verify:
    mode: HEAD
    secretRef: { name: release-keys }
`,
    },
  },
});
