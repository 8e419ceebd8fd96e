import { block, type Part } from '../../hcl/items.ts';
import { raw } from '../../hcl/value.ts';
import { identifier } from '../../names.ts';

/** A renamed thing stays what it is. */
export function moved(
  { name, formerly }: { readonly name: string; readonly formerly?: string },
  ending = '',
): Part {
  if (formerly === undefined) return undefined;
  return block('moved', [], {
    from: raw(`module.${identifier(formerly)}${ending}`),
    to: raw(`module.${identifier(name)}${ending}`),
  });
}

/** The same for a resource of the root itself. */
export function movedResource(
  type: string,
  { name, formerly }: { readonly name: string; readonly formerly?: string },
): Part {
  if (formerly === undefined) return undefined;
  return block('moved', [], {
    from: raw(`${type}.${identifier(formerly)}`),
    to: raw(`${type}.${identifier(name)}`),
  });
}
