import type { Node, Path } from '../model/node.ts';
import type { Resource } from '../model/resource.ts';
import { Unknown } from '../model/unknown.ts';

/** What a resource says at a path: a value, nothing, or that it cannot be told. */
export interface Stated {
  readonly node: Node | undefined;
  readonly value: string | number | boolean | undefined;
  readonly isUnknown: boolean;
}

/** Looks without judging, since an impact is told with what is unknown of it. */
export function stated({ body }: Resource, ...path: Path): Stated {
  const node = body.peek(...path);
  const content = node?.content;
  if (content instanceof Unknown) return { node, value: undefined, isUnknown: true };
  const value = content === null || typeof content === 'object' ? undefined : content;
  return { node, value: value === 'true' ? true : value === 'false' ? false : value, isUnknown: false };
}

/** The number that is stated, also where it is written as text. */
export function numberOf({ value }: Stated): number | undefined {
  const number = typeof value === 'boolean' || value === '' ? Number.NaN : Number(value);
  return Number.isNaN(number) ? undefined : number;
}
