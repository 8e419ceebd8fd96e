import { type Step, workflows } from '../../graph/github-actions.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

/** Inputs by which the login actions of the clouds take a key that lasts, and what they take instead. */
const logins: Readonly<Record<string, { readonly input: string; readonly instead: string }>> = {
  'aws-actions/configure-aws-credentials': { input: 'aws-secret-access-key', instead: 'role-to-assume' },
  'google-github-actions/auth': { input: 'credentials_json', instead: 'workload_identity_provider' },
  'azure/login': { input: 'creds', instead: 'client-id, tenant-id and subscription-id' },
  'google-github-actions/setup-gcloud': {
    input: 'service_account_key',
    instead: 'google-github-actions/auth',
  },
};

export default check({
  id: 'github-actions/static-cloud-credentials',
  title: 'Cloud reached with a key that never expires',
  dimension: 'security',
  severity: 'medium',
  why: 'A key kept as a secret works from anywhere until somebody replaces it, which nobody does. With OIDC the job proves by itself which repository, branch and environment it is, and gets a credential for an hour: there is nothing to leak and nothing to rotate.',
  controls: ['soc2:CC6.1', 'pci-dss:8.6.3'],
  sources: ['https://docs.github.com/en/actions/concepts/security/openid-connect'],
  visits: workflows,
  judge({ node, jobs }) {
    const found: Found[] = [
      ...variableIn(node, 'workflow'),
      ...jobs.flatMap((job) => [...variableIn(job.node, job.id), ...job.steps.flatMap(keysOf)]),
    ];
    return found.map(({ at, instead, key }) => ({
      message: `This reaches the cloud with a key that lasts until somebody replaces it: let the job log in with OIDC (permissions: { id-token: write } and ${instead}).`,
      at,
      key,
    }));
  },
  examples: {
    bad: `on: push
permissions: {}
jobs:
  deploy:
    runs-on: ubuntu-24.04
    steps:
      - uses: aws-actions/configure-aws-credentials@b47578312673ae6fa5b5096b330d9fbac3d116df # v4.2.1
        with:
          aws-access-key-id: \${{ secrets.AWS_ACCESS_KEY_ID }}
          aws-secret-access-key: \${{ secrets.AWS_SECRET_ACCESS_KEY }}
          aws-region: eu-central-1
`,
    good: `on: push
permissions: {}
jobs:
  deploy:
    runs-on: ubuntu-24.04
    permissions:
      id-token: write
    steps:
      - uses: aws-actions/configure-aws-credentials@b47578312673ae6fa5b5096b330d9fbac3d116df # v4.2.1
        with:
          role-to-assume: arn:aws:iam::111122223333:role/deploy
          aws-region: eu-central-1
`,
  },
});

interface Found {
  readonly at: Node;
  readonly instead: string;
  readonly key: string;
}

function keysOf({ action, node, key }: Step): Found[] {
  const login = action && Object.hasOwn(logins, action.repository) ? logins[action.repository]! : undefined;
  const input = login && node.peek('with', login.input);
  const isTemporary = /\bsteps\.|\bneeds\./.test(String(input?.content));
  if (login && input && !isTemporary && !node.peek('with', 'workload_identity_provider'))
    return [{ at: input, instead: login.instead, key }];
  return variableIn(node, key);
}

/** Variables by which the tools of the clouds take a key. */
const variables = ['AWS_SECRET_ACCESS_KEY', 'GOOGLE_CREDENTIALS', 'ARM_CLIENT_SECRET', 'AZURE_CLIENT_SECRET'];

function variableIn(scope: Node, key: string): Found[] {
  const at = variables.map((name) => scope.peek('env', name)).find((value) => value !== undefined);
  if (!at || !/\bsecrets\./.test(String(at.content))) return [];
  return [{ at, instead: 'a role of the cloud that trusts this repository', key: `${key} env` }];
}
