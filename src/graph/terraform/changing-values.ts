import type { Place } from '../../read/terraform/configuration.ts';
import type { Expression } from '../../syntax/hcl/tree.ts';

/** Functions that give another value at every plan. Source: Terraform documentation, their pages. */
const changing = new Set(['timestamp', 'plantimestamp', 'uuid', 'bcrypt']);

/** How many locals and variables are followed. */
const furthest = 8;

/** The function in an expression, or in what its locals and variables are, that gives another value at every plan. */
export function changingCall(value: Expression, place: Place, depth = 0): string | undefined {
  for (const part of partsOf(value)) {
    if (part.kind === 'call' && changing.has(part.name)) return part.name;
    if (depth >= furthest || part.kind !== 'attribute-access' || part.of.kind !== 'variable') continue;
    const { instance } = place;
    if (part.of.name === 'local') {
      const local = instance.source.locals.get(part.name);
      const found = local && changingCall(local.expression, instance.place, depth + 1);
      if (found) return found;
    } else if (part.of.name === 'var') {
      const definition = instance.definitionOf(part.name);
      const found = definition && changingCall(definition.expression, definition.place, depth + 1);
      if (found) return found;
    }
  }
  return undefined;
}

/** An expression with everything in it. */
function* partsOf(value: unknown): Iterable<Expression> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && 'kind' in value) yield value as Expression;
  for (const inner of Object.values(value)) yield* partsOf(inner);
}
