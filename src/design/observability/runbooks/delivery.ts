import type { Runbook } from './runbook.ts';

export const deliveryOutOfSync: Runbook = {
  name: 'delivery-out-of-sync',
  title: 'Cluster is not what the repository says',
  users:
    'Nothing at once. But a repair that is merged does not arrive either, and what was changed by hand is lost with the next sync.',
  look: ({ architecture }) =>
    architecture.delivery.gitops === 'flux'
      ? [
          {
            what: 'What fails?',
            command:
              'flux get kustomizations -A --status-selector ready=false\nflux get helmreleases -A --status-selector ready=false',
          },
          { what: 'Why?', command: 'flux events -A --types Warning | tail -20' },
        ]
      : [
          {
            what: 'What differs?',
            command:
              'kubectl get applications -n argocd "$NAME" -o jsonpath=\'{range .status.resources[?(@.status=="OutOfSync")]}{.kind}/{.name}{"\\n"}{end}\'\nargocd app diff "$NAME"',
          },
          {
            what: 'Why does it not sync?',
            command:
              'kubectl get application -n argocd "$NAME" -o jsonpath=\'{.status.operationState.message}{"\\n"}{range .status.conditions[*]}{.message}{"\\n"}{end}\'',
          },
        ],
  causes: [
    ['A manifest that the cluster refuses', 'an error of validation or of a policy in the message'],
    ['A window in which nothing is synced', 'the message names it: then this is on purpose'],
    ['Somebody changed the cluster', 'a difference that is in no commit'],
    [
      'Two that want different things',
      'it is in sync for seconds, and out of it again: an autoscaler or a webhook changes the same field',
    ],
    ['The repository cannot be read', 'all applications at once'],
  ],
  mitigate: () => [
    'A manifest: revert the commit; repair it in a pull request.',
    'Changed by hand: ask who, and put it into the repository, or let it be taken back by a sync.',
    'The repository: renew the key that it is read with.',
  ],
  after: ['Would the pipeline have seen it? Add what the cluster refused to its checks.'],
};

export const secretNotSynced: Runbook = {
  name: 'secret-not-synced',
  title: 'Secret is not up to date',
  users:
    'Nothing while pods go on with the old one; after a rotation they are refused, and new pods do not start where it has never been read.',
  look: ({ architecture: { platform } }) => [
    {
      what: 'What does the operator say?',
      command: 'kubectl describe externalsecret -n "$NAMESPACE" "$NAME" | sed -n "/Status:/,\\$p"',
    },
    platform.secrets === 'vault'
      ? {
          what: 'Is it in the store, with all of its keys? (Names only; never print values.)',
          command: 'vault kv get -format=json "$REMOTE_NAME" | jq ".data.data | keys"',
        }
      : {
          what: 'Is it in the store, with all of its keys? (Names only; never print values.)',
          command:
            'aws secretsmanager get-secret-value --secret-id "$REMOTE_NAME" --query SecretString --output text | jq keys',
        },
  ],
  causes: [
    ['Nobody has filled it in', 'the store has no such secret, or no version of it'],
    ['A key is missing', 'the message names the property'],
    ['The operator may not read it', '`AccessDenied`: its role, or the key that it is encrypted with'],
    ['The store cannot be reached', 'all secrets at once'],
  ],
  mitigate: () => [
    'Fill it in, as `docs/prerequisites.md` says; the operator reads it within the hour, or at once: `kubectl annotate externalsecret -n "$NAMESPACE" "$NAME" force-sync="$(date +%s)" --overwrite`.',
    'Refused: apply the Terraform root of the platform, which holds the right.',
  ],
  after: ['Was it printed anywhere on the way? Then it has to be rotated.'],
};
