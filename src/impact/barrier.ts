import type { Node } from '../model/node.ts';
import type { Resource } from '../model/resource.ts';

/** Something that holds a failure back, or would if it were there. */
export interface Barrier {
  /** in words: `two or more pods`, `deletion_protection` */
  readonly what: string;
  /** whose failure or loss it holds back */
  readonly of: Resource;
  /** where it is written, or would be */
  readonly at: Node;
}
