import { type HclValue, raw } from '../../hcl/value.ts';
import type { Output } from '../part.ts';

/** An output. @param value an expression */
export function told(name: string, description: string, value: string, example: HclValue): Output {
  return { name, description, value: raw(value), example };
}
