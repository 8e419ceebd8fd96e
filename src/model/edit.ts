import type { Node, Path, Plain } from './node.ts';
import type { SourceFile } from './source-file.ts';

/**
 * A change to a text, said in terms of nodes and carried out format-preserving by `fix/`.
 * Nodes must be of a real file, or trace to one exactly (`Node.source`); otherwise the finding has no fix.
 */
export type Edit =
  /**
   * set the value at a path below a map, list or block, creating what is missing on the way;
   * in HCL as nested blocks, or with `as: 'object'` as an argument that holds an object (`tags`)
   */
  | {
      readonly op: 'set';
      readonly in: Node;
      readonly path: Path;
      readonly value: Plain;
      readonly as?: 'block' | 'object';
      /** in YAML: the key behind which a new one stands, where it is there (`permissions` after `on`); the last otherwise */
      readonly after?: string;
    }
  /** replace a value by another */
  | { readonly op: 'replace'; readonly node: Node; readonly value: Plain }
  /** take out a key with its value, a list item, or a nested block */
  | { readonly op: 'remove'; readonly node: Node }
  /** put a text in place of a range */
  | {
      readonly op: 'text';
      readonly file: SourceFile;
      readonly start: number;
      readonly end: number;
      readonly text: string;
    };

/** How to mend a fault. Safe: behaves the same but for the defect. Unsafe: a person should look (it may restart, replace or refuse). */
export interface Fix {
  readonly safety: 'safe' | 'unsafe';
  /** what is done, imperative: `set allowPrivilegeEscalation to false` */
  readonly summary: string;
  readonly edits: readonly Edit[];
}
