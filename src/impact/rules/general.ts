import type { Rule } from './rule.ts';

/** Parts of a thing without which it works, with less protection or insight. */
const guarding =
  /_(versioning|lifecycle_configuration|lifecycle_policy|logging|metric|inventory|analytics_configuration|intelligent_tiering_configuration|notification|public_access_block|ownership_controls|object_lock_configuration|replication_configuration|redrive_policy|redrive_allow_policy|scanning_configuration|replica|backup|autoscaling_\w+|alarm|lock|tag|diagnostic_setting|rotation|request_payment_configuration|accelerate_configuration)$/;

/** What holds for every provider, behind all that is told of one. */
export const generalRules: readonly Rule[] = [
  // an order of work, and nothing that is needed later
  { by: /^(depends_on|lifecycle|provisioner|triggers|replace_triggered_by)(\.|$)/ },
  // what only names it: a tag, a description
  { by: /(^|\.)(tags|tags_all|labels|description|comment)(\.|$)/ },
  // which of the outputs is read is written elsewhere
  { from: /^data\.terraform_remote_state$/, to: /^output$/, forward: 'likely' },
  { from: /^(output|variable|module|data\.|provider$|local)/, forward: 'needs' },
  {
    isPart: true,
    from: /_server_side_encryption_configuration$/,
    kind: 'references',
    forward: 'goes-with',
    back: 'setting',
  },
  { isPart: true, from: guarding, forward: 'goes-with', back: 'guard' },
  {
    isPart: true,
    from: /_(policy|permission|rule|association|attachment|acl|grant|iam_\w+)$/,
    forward: 'goes-with',
    back: 'partly',
  },
  {
    isPart: true,
    from: /_(instance|node|member|version|listener|endpoint|target|origin)$/,
    forward: 'lives-in',
    back: 'one-of',
  },
  { isPart: true, forward: 'lives-in' },
  { kind: 'placed-in', forward: 'lives-in-one-of' },
  { kind: 'protected-by', forward: 'needs' },
  { kind: 'runs-as', forward: 'needs' },
  { kind: 'assumes', forward: 'needs' },
  { kind: 'grants', to: /(role|user|group|service_account|identity)$/, forward: 'goes-with', back: 'partly' },
  { kind: 'grants', forward: 'needs' },
  { kind: 'routes-to', forward: 'one-of' },
  { kind: ['guards', 'scales', 'isolates', 'scrapes', 'builds', 'deploys'], forward: 'idle', back: 'guard' },
  { forward: 'needs' },
];
