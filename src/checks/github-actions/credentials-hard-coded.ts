import { workflows } from '../../graph/github-actions.ts';
import { entriesOf } from '../../graph/look.ts';
import { looksSecret } from '../../graph/pipeline-secrets.ts';
import type { Node } from '../../model/node.ts';
import { isSecretName, secretShapeOf } from '../../syntax/secret.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'github-actions/credentials-hard-coded',
  title: 'Credential written into the workflow',
  dimension: 'security',
  severity: 'high',
  why: 'Everyone who can read the repository, and every fork and clone of it, has a credential that is written into a workflow, for ever: the history keeps it. Keep it as a secret of the repository or environment, or do without it (OIDC), and replace the one that has leaked.',
  sameAs: ['zizmor:hardcoded-container-credentials', 'actionlint:credentials'],
  controls: ['pci-dss:8.6.2', 'soc2:CC6.1'],
  sources: [
    'https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/use-secrets',
  ],
  visits: workflows,
  judge({ node, jobs }) {
    const scopes = [
      { scope: node.peek('env'), key: 'env' },
      ...jobs.flatMap((job) => [
        { scope: job.node.peek('env'), key: `${job.id} env` },
        { scope: job.node.peek('container', 'credentials'), key: `${job.id} container`, isCredential: true },
        ...entriesOf(job.node.peek('services')).flatMap(([name, service]) => [
          { scope: service.peek('credentials'), key: `${job.id} ${name}`, isCredential: true },
        ]),
        ...job.steps.flatMap((step) => [
          { scope: step.node.peek('env'), key: `${step.key} env` },
          { scope: step.node.peek('with'), key: `${step.key} with` },
        ]),
      ]),
    ];
    return scopes.flatMap(({ scope, key, ...rest }) => faultsIn(scope, key, 'isCredential' in rest));
  },
  examples: {
    bad: `on: push
permissions: {}
jobs:
  test:
    runs-on: ubuntu-24.04
    container:
      image: registry.example.com/build:4.2
      credentials:
        username: robot
        password: hunter2hunter2
    steps:
      - run: make test
`,
    good: `on: push
permissions: {}
jobs:
  test:
    runs-on: ubuntu-24.04
    container:
      image: registry.example.com/build:4.2
      credentials:
        username: robot
        password: \${{ secrets.REGISTRY_PASSWORD }}
    steps:
      - run: make test
`,
  },
});

function faultsIn(scope: Node | undefined, key: string, isCredential: boolean): Fault[] {
  return entriesOf(scope).flatMap(([name, value]) => {
    const { content } = value;
    if (typeof content !== 'string' || content.includes('${{')) return [];
    const shape = secretShapeOf(content);
    const isNamed = isCredential ? name === 'password' : isSecretName(name);
    const isOpen = shape || (isNamed && (isCredential || looksSecret(content)));
    if (!isOpen) return [];
    return [
      {
        message: `${name} holds ${shape ?? 'a credential'} in plain text: put it into a secret, name that here, and replace the one that everybody could read.`,
        at: value,
        key: `${key} ${name}`,
        ...(shape && { severity: 'critical' as const }),
      },
    ];
  });
}
