import { severityOfAbsence, versionsInWords } from '../../graph/terraform/schema-severity.ts';
import { schemaSubjects } from '../../graph/terraform/schema-subjects.ts';
import type { Fix } from '../../model/edit.ts';
import type { SchemaViolation } from '../../read/terraform/schema/validate-block.ts';
import { check } from '../check.ts';

export default check({
  id: 'terraform/argument-unknown',
  title: 'Argument that the resource type does not have',
  dimension: 'functionality',
  severity: 'high',
  why: 'Terraform refuses a configuration with an argument or block that its provider does not know, so nothing of the module can be planned. Most often the name is misspelt, or stands one block too high or too low. Correct it, or move it to where it belongs.',
  sources: ['https://developer.hashicorp.com/terraform/language/resources/syntax'],
  visits: schemaSubjects,
  judge({ resource, violations, facts, versions }) {
    return violations
      .filter(({ kind }) => kind === 'unknown' || kind === 'wrong-form')
      .map((violation) => {
        const { kind, path, node, message, near } = violation;
        const fix = near === undefined ? undefined : rename(violation, near);
        const told =
          kind === 'wrong-form'
            ? ''
            : ` Terraform plans nothing with it (as of ${versionsInWords(facts, versions)}).`;
        return {
          key: path,
          at: node,
          message: `${resource.local} ${message}${message.endsWith('?') ? '' : '.'}${told}`,
          severity: severityOfAbsence(facts, kind === 'wrong-form' || near !== undefined),
          ...(fix ? { fix } : {}),
        };
      });
  },
  examples: {
    bad: `resource "aws_sqs_queue" "orders" {
  name                      = "orders"
  message_retention_second = 345600
}
`,
    good: `resource "aws_sqs_queue" "orders" {
  name                      = "orders"
  message_retention_seconds = 345600
}
`,
  },
});

function rename({ name, node: { file, keyStart } }: SchemaViolation, near: string): Fix | undefined {
  const end = keyStart + name.length;
  if (file.text.slice(keyStart, end) !== name) return undefined;
  return {
    safety: 'unsafe',
    summary: `write ${near} instead of ${name}`,
    edits: [{ op: 'text', file, start: keyStart, end, text: near }],
  };
}
