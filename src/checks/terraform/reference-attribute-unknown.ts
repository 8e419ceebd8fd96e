import { nearest } from '../../config/nearest.ts';
import { type ExportReference, exportReferences } from '../../graph/terraform/export-references.ts';
import { severityOfAbsence, versionsInWords } from '../../graph/terraform/schema-severity.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'terraform/reference-attribute-unknown',
  title: 'Reference to an attribute that the resource type does not export',
  dimension: 'functionality',
  severity: 'high',
  why: 'A reference to an attribute that a resource or data source does not have stops every plan. The name is misspelt, or a newer major version of the provider renamed it. The error shows only where the expression is evaluated, so a branch that is rarely taken can hold it for long.',
  sources: ['https://developer.hashicorp.com/terraform/language/expressions/references#resources'],
  visits: exportReferences,
  judge({ resource, references }) {
    return references.flatMap((reference) => faultOf(resource.local, reference) ?? []);
  },
  examples: {
    bad: `resource "aws_sqs_queue" "orders" {
  name = "orders"
}

output "queue_url" {
  description = "Where orders are sent to"
  value       = aws_sqs_queue.orders.queue_url
}
`,
    good: `resource "aws_sqs_queue" "orders" {
  name = "orders"
}

output "queue_url" {
  description = "Where orders are sent to"
  value       = aws_sqs_queue.orders.url
}
`,
  },
});

function faultOf(
  address: string,
  { target, type, attribute, facts, node, isKeyed }: ExportReference,
): Fault | undefined {
  const schema = facts.schema.type(type);
  if (!schema || schema.block.open || (schema.versions & facts.versions) === 0) return undefined;
  const entries = schema.block.entries.get(attribute) ?? [];
  if (entries.some(({ versions }) => versions & facts.versions)) return undefined;
  const had = entries.reduce((all, { versions }) => all | versions, 0);
  const near = had ? undefined : nearest(attribute, schema.block.entries.keys());
  // of several instances it may be a key
  if (isKeyed && !had && near === undefined) return undefined;
  const remedy = near === undefined ? 'Correct the name' : `Did you mean ${target}.${near}`;
  return {
    key: `${target}.${attribute}`,
    at: node,
    message: had
      ? `${address} refers to ${target}.${attribute}, which is not in ${versionsInWords(facts)} (it is in ${versionsInWords(facts, had)}): no plan can be made. Take the attribute that stands for it there.`
      : `${address} refers to ${target}.${attribute}, which ${type.replace(/^data\./, '')} does not have (as of ${versionsInWords(facts)}): no plan can be made. ${remedy}${near === undefined ? '.' : '?'}`,
    severity: severityOfAbsence(facts, had !== 0 || near !== undefined),
  };
}
