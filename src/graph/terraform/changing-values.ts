import type { Place } from '../../read/terraform/configuration.ts';
import type { Expression, TemplatePart } from '../../syntax/hcl/tree.ts';

/** Functions that give another value at every plan. Source: Terraform documentation, their pages. */
const changing = new Set(['timestamp', 'plantimestamp', 'uuid', 'bcrypt']);

/** An expression, and where its names are resolved. */
interface Written {
  readonly value: Expression;
  readonly place: Place;
}

/** The function in an expression, or in what its locals and variables are, that gives another value at every plan. */
export function changingCall(value: Expression, place: Place): string | undefined {
  if (value.kind === 'literal' || (value.kind === 'template' && value.parts.every(isText))) return undefined;
  const waiting: Written[] = [{ value, place }];
  // each once: locals that name each other many times over would make more ways than can be walked
  const seen = new Set<Expression>([value]);
  for (let next = waiting.pop(); next; next = waiting.pop())
    for (const part of partsOf(next.value)) {
      if (part.kind === 'call' && changing.has(part.name)) return part.name;
      const named = namedBy(part, next.place);
      if (!named || seen.has(named.value)) continue;
      seen.add(named.value);
      waiting.push(named);
    }
  return undefined;
}

function isText({ kind }: TemplatePart): boolean {
  return kind === 'text';
}

/** What a local or a variable is, where a part of an expression names one. */
function namedBy(part: Expression, { instance }: Place): Written | undefined {
  if (part.kind !== 'attribute-access' || part.of.kind !== 'variable') return undefined;
  if (part.of.name === 'local') {
    const local = instance.source.locals.get(part.name);
    return local && { value: local.expression, place: instance.place };
  }
  if (part.of.name !== 'var') return undefined;
  const definition = instance.definitionOf(part.name);
  return definition && { value: definition.expression, place: definition.place };
}

/** An expression with everything in it. */
function partsOf(value: Expression): readonly Expression[] {
  const parts: Expression[] = [];
  collectParts(value, parts);
  return parts;
}

function collectParts(value: object, parts: Expression[]): void {
  if ('kind' in value) parts.push(value as Expression);
  for (const inner of Object.values(value))
    if (typeof inner === 'object' && inner !== null) collectParts(inner, parts);
}
