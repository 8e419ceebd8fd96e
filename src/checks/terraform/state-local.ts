import { hasBackend, isApplied, needWhole, roots } from '../../graph/terraform/settings.ts';
import { check } from '../check.ts';

export default check({
  id: 'terraform/state-local',
  title: 'State kept on the machine that applies',
  dimension: 'iac-quality',
  severity: 'medium',
  why: 'Without a backend the state is a file in the working folder: nobody else can plan, nothing locks it, it lies there unencrypted with every secret that it holds, and it is lost with the machine.',
  controls: ['soc2:A1.2'],
  sources: ['https://developer.hashicorp.com/terraform/language/backend'],
  visits: roots,
  judge(root) {
    if (!isApplied(root) || root.members.some(hasBackend)) return;
    needWhole(root.resource);
    return {
      message: `${root.resource.unit.path === '.' ? 'This root module' : root.resource.unit.path} configures no backend, so its state lies on whichever machine applies it: keep it in a locked, encrypted remote backend.`,
    };
  },
  examples: {
    bad: `provider "aws" {
  region = "eu-central-1"
}

resource "aws_sqs_queue" "orders" {
  name = "orders"
}
`,
    good: `terraform {
  backend "s3" {
    bucket       = "acme-state"
    key          = "prod/orders.tfstate"
    use_lockfile = true
  }
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_sqs_queue" "orders" {
  name = "orders"
}
`,
  },
});
