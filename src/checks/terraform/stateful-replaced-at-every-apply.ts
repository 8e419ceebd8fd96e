import { changingCall } from '../../graph/terraform/changing-values.ts';
import { needFacts, type SchemaSubject, schemaSubjects } from '../../graph/terraform/schema-subjects.ts';
import type { WrittenBody } from '../../read/terraform/schema/written-body.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'terraform/stateful-replaced-at-every-apply',
  title: 'Stateful resource that every apply replaces',
  dimension: 'reliability',
  severity: 'critical',
  why: 'Some arguments cannot be changed on what exists: the provider destroys the resource and makes it anew. Where such an argument comes from timestamp(), uuid() or the like, it is another one at every plan, so every apply destroys the database, the bucket or the volume with what it holds. Use a value that stays, such as one of random_id or time_static, or let lifecycle ignore the change.',
  controls: ['soc2:A1.2', 'soc2:CC8.1'],
  sources: [
    'https://developer.hashicorp.com/terraform/language/functions/timestamp',
    'https://developer.hashicorp.com/terraform/language/functions/uuid',
  ],
  visits: schemaSubjects,
  judge(subject) {
    const { resource, facts } = subject;
    needFacts(resource, facts);
    const replacing = facts.schema.rulesOf(resource.type)?.replacing;
    if (!replacing || replacing.size === 0) return [];
    const ignored = ignoredChanges(subject);
    if (ignored === 'all') return [];
    const faults: Fault[] = [];
    collectFaults(subject.written, '', subject, replacing, faults);
    return faults.filter(({ key }) => !ignored.has(key!.split('.')[0]!));
  },
  examples: {
    bad: `resource "aws_db_instance" "orders" {
  identifier        = "orders"
  instance_class    = "db.t4g.small"
  engine            = "postgres"
  allocated_storage = 20
  db_name           = "orders\${formatdate("YYYYMMDD", timestamp())}"
}
`,
    good: `resource "aws_db_instance" "orders" {
  identifier                = "orders"
  instance_class            = "db.t4g.small"
  engine                    = "postgres"
  allocated_storage         = 20
  db_name                   = "orders"
  final_snapshot_identifier = "orders-\${formatdate("YYYYMMDD", timestamp())}"
}
`,
  },
});

function collectFaults(
  { items }: WrittenBody,
  path: string,
  subject: SchemaSubject,
  replacing: ReadonlySet<string>,
  faults: Fault[],
): void {
  const { resource } = subject;
  for (const item of items) {
    const { name, value, bodies } = item;
    const key = path === '' ? name : `${path}.${name}`;
    if (bodies) for (const body of bodies) collectFaults(body, key, subject, replacing, faults);
    const call = value && replacing.has(key) ? changingCall(value, resource) : undefined;
    if (call)
      faults.push({
        key,
        at: item.node,
        message: `${resource.local} takes ${key} from ${call}(), which is another value at every plan, and a change of ${key} destroys the resource and makes it anew: every apply loses what it holds. Use a value that stays.`,
      });
  }
}

/** What `lifecycle` says not to change. */
function ignoredChanges({ resource }: SchemaSubject): ReadonlySet<string> | 'all' {
  const names = new Set<string>();
  for (const { body } of resource.declared.meta.lifecycle)
    for (const one of body.items) {
      if (one.kind !== 'attribute' || one.name !== 'ignore_changes') continue;
      if (one.value.kind !== 'tuple') return 'all';
      const text = resource.declared.file.text;
      for (const { start, end } of one.value.items) names.add(/\w+/.exec(text.slice(start, end))?.[0] ?? '');
    }
  return names;
}
