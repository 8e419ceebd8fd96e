import { backends } from '../../graph/terraform/settings.ts';
import { check } from '../check.ts';

export default check({
  id: 'terraform/state-unlocked',
  title: 'State that two runs can write at once',
  dimension: 'iac-quality',
  severity: 'high',
  why: 'Without a lock two applies, or an apply and a pipeline, write the same state: the later one forgets what the earlier one made, and the next plan creates it again or destroys it. The S3 backend locks only where it is told to.',
  controls: ['soc2:CC8.1'],
  sources: ['https://developer.hashicorp.com/terraform/language/backend/s3#state-locking'],
  visits: backends,
  judge({ node, kind, resource }) {
    if (kind !== 's3' || node.flag('use_lockfile') === true || node.has('dynamodb_table')) return;
    return {
      message: `The state of ${resource.unit.path} has no lock, so two applies at once lose each other's changes: set use_lockfile = true (Terraform 1.10), or name a dynamodb_table.`,
      fix: {
        safety: 'unsafe',
        summary: 'set use_lockfile = true (needs Terraform 1.10 and `terraform init -reconfigure`)',
        edits: [{ op: 'set', in: node, path: ['use_lockfile'], value: true }],
      },
    };
  },
  examples: {
    bad: `terraform {
  backend "s3" {
    bucket = "acme-state"
    key    = "prod/network.tfstate"
    region = "eu-central-1"
  }
}
`,
    good: `terraform {
  backend "s3" {
    bucket       = "acme-state"
    key          = "prod/network.tfstate"
    region       = "eu-central-1"
    use_lockfile = true
  }
}
`,
  },
});
