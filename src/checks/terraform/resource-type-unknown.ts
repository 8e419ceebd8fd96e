import { nearest } from '../../config/nearest.ts';
import type { Graph } from '../../graph/graph.ts';
import { severityOfAbsence, versionsInWords } from '../../graph/terraform/schema-severity.ts';
import { needFacts, schemaSubjects } from '../../graph/terraform/schema-subjects.ts';
import { Node } from '../../model/node.ts';
import type { ProviderSchema } from '../../read/terraform/schema/provider-schema.ts';
import { check } from '../check.ts';

export default check({
  id: 'terraform/resource-type-unknown',
  title: 'Resource type that the provider does not have',
  dimension: 'functionality',
  severity: 'high',
  why: 'Terraform refuses a resource or data source of a type that its provider does not know, so nothing of the module can be planned. The name is misspelt, or a major version of the provider dropped the type together with the service behind it.',
  sources: ['https://developer.hashicorp.com/terraform/language/resources/syntax'],
  visits: schemaSubjects,
  judge({ resource, facts }, graph) {
    needFacts(resource, facts);
    const { schema, versions } = facts;
    const type = schema.type(resource.type);
    const newest = 1 << (31 - Math.clz32(versions));
    if (type && type.versions & newest) return;
    const { file, block } = resource.declared;
    const at = new Node(file, block.start, block.open, null);
    const kind = block.type === 'data' ? 'data source' : 'resource type';
    const name = resource.type.replace(/^data\./, '');
    const held = versionsInWords(facts);
    if (type) {
      const mayBeOlder = (type.versions & versions) !== 0;
      const lacking = versionsInWords(facts, versions & ~type.versions);
      return {
        at,
        message: `There is no ${kind} ${name} in ${lacking} (it is in ${versionsInWords(facts, type.versions)}): ${mayBeOlder ? 'the constraint on the provider lets both in, and a fresh checkout takes the newer' : 'no plan can be made'}. Replace it, or hold the provider to a version that has it.`,
        ...(mayBeOlder ? { severity: 'medium' as const } : {}),
      };
    }
    const near = nearestType(graph, schema, resource.type);
    const hint = near === undefined ? 'Correct the name' : `Did you mean ${near.replace(/^data\./, '')}`;
    return {
      at,
      message: `There is no ${kind} ${name} in ${held}: no plan can be made. ${hint}${near === undefined ? ', or take it out.' : '?'}`,
      severity: severityOfAbsence(facts, near !== undefined),
    };
  },
  examples: {
    bad: 'resource "aws_s3_buket" "orders" {\n  bucket = "orders"\n}\n',
    good: 'resource "aws_s3_bucket" "orders" {\n  bucket = "orders"\n}\n',
  },
});

/** The type that was meant: looked for once, as a type that has gone is often declared many times. */
function nearestType(graph: Graph, schema: ProviderSchema, type: string): string | undefined {
  const known = graph.derive(nearestType, () => new Map<string, string | undefined>());
  const key = `${schema.name} ${type}`;
  if (!known.has(key)) known.set(key, nearestOf(type, schema.typeNames));
  return known.get(key);
}

/** Of a long name a third is too much to call it a slip: all its words are the same, or nearly. */
function nearestOf(type: string, names: Iterable<string>): string | undefined {
  const words = type.split('_');
  return nearest(
    type,
    [...names].filter((name) => isSlip(words, name)),
  );
}

function isSlip(words: readonly string[], name: string): boolean {
  // most names differ enough in the length of their words to be left alone without a look at the letters
  let start = 0;
  for (const [at, word] of words.entries()) {
    const end = name.indexOf('_', start);
    const isLast = at === words.length - 1;
    if (isLast !== end < 0) return false;
    if (Math.abs((isLast ? name.length : end) - start - word.length) > mostApart(word)) return false;
    start = end + 1;
  }
  const others = name.split('_');
  return words.every((word, at) => word === others[at] || nearest(word, [others[at]!]));
}

/** As {@link nearest} has it. */
function mostApart(word: string): number {
  return Math.max(1, Math.floor(word.length / 3));
}
