import { jobs } from '../../graph/github-actions.ts';
import { check } from '../check.ts';

export default check({
  id: 'github-actions/secrets-inherited',
  title: 'All secrets handed to a reusable workflow',
  dimension: 'security',
  severity: 'medium',
  why: 'secrets: inherit gives the called workflow every secret of the repository and the organisation, also those that come later. Whoever changes that workflow has them all, and nobody can see which ones it needs. Name them one by one.',
  sameAs: ['zizmor:secrets-inherit'],
  controls: ['soc2:CC6.3'],
  sources: [
    'https://docs.github.com/en/actions/how-tos/reuse-automations/reuse-workflows#passing-inputs-and-secrets-to-a-reusable-workflow',
  ],
  visits: jobs,
  judge({ node, calls, id }) {
    const secrets = node.peek('secrets');
    if (!calls || secrets?.content !== 'inherit') return;
    return {
      message: `${calls.kind === 'local' ? calls.repository : `${calls.repository}/${calls.path ?? ''}`} gets every secret there is: pass the ones that it needs by name.`,
      at: secrets,
      key: id,
      // what stands in the same repository sees them anyway
      ...(calls.kind === 'local' && { severity: 'low' as const }),
    };
  },
  examples: {
    bad: `on: push
permissions: {}
jobs:
  deploy:
    uses: example/workflows/.github/workflows/deploy.yml@8f152de45cc393bb48ce5d89d36b731f54556e65
    secrets: inherit
`,
    good: `on: push
permissions: {}
jobs:
  deploy:
    uses: example/workflows/.github/workflows/deploy.yml@8f152de45cc393bb48ce5d89d36b731f54556e65
    secrets:
      REGISTRY_TOKEN: \${{ secrets.REGISTRY_TOKEN }}
`,
  },
});
