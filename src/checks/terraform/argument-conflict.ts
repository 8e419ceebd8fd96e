import { ruleViolations } from '../../graph/terraform/rule-violations.ts';
import { needFacts, schemaSubjects } from '../../graph/terraform/schema-subjects.ts';
import { check } from '../check.ts';

export default check({
  id: 'terraform/argument-conflict',
  title: 'Arguments that exclude each other, or of which one has to be given',
  dimension: 'functionality',
  severity: 'high',
  why: 'Of some arguments a provider takes only one: a name or a prefix for it, a password or one that the service keeps. Of some it demands one. It refuses a configuration that gives both, or none, so nothing of the module can be planned.',
  sources: ['https://developer.hashicorp.com/terraform/plugin/sdkv2/schemas/schema-behaviors#conflictswith'],
  visits: schemaSubjects,
  judge(subject) {
    const { resource, facts } = subject;
    needFacts(resource, facts);
    return ruleViolations(subject).map(({ kind, names, node }) => ({
      key: names.join(),
      at: node,
      message:
        kind === 'conflict'
          ? `${resource.local} sets both ${names[0]} and ${names[1]}, and the provider takes one of them only: no plan can be made. Take one out.`
          : `${resource.local} sets none of ${names.join(', ')}, and the provider demands one of them: no plan can be made.`,
      ...(facts.versions === 1 ? {} : { severity: 'medium' as const }),
    }));
  },
  examples: {
    bad: `resource "aws_sqs_queue" "orders" {
  name        = "orders"
  name_prefix = "orders-"
}
`,
    good: `resource "aws_sqs_queue" "orders" {
  name_prefix = "orders-"
}
`,
  },
});
