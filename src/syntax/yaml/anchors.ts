import type { Node } from '../../model/node.ts';
import { maxDepth, type Problems, tooDeep, Unreadable } from './document.ts';

/** A node by the measure of what walks over it, its aliases followed. */
export interface Measured {
  readonly node: Node;
  /** nodes in it, itself among them */
  readonly size: number;
  /** collections inside one another in it */
  readonly height: number;
}

/** The anchors of one document. Aliases share their nodes, so they are bounded by what a walk over them would meet. */
export class Anchors {
  private readonly known = new Map<string, Measured>();
  private readonly open = new Set<string>();

  constructor(private readonly problems: Problems) {}

  /** A collection with this anchor begins. */
  begin(name: string): void {
    this.open.add(name);
  }

  define(name: string, measured: Measured): void {
    this.open.delete(name);
    this.known.set(name, measured);
  }

  /**
   * What an alias stands for.
   * @param depth collections that are open around it
   * @throws Unreadable where there is no such anchor, it is around the alias, or there would be too much
   */
  resolve(name: string, at: number, depth: number): Measured {
    if (this.open.has(name)) throw new Unreadable('this alias stands inside of its own anchor', at);
    const measured = this.known.get(name);
    if (!measured)
      throw new Unreadable(
        'no anchor of this name is before this alias: put text that starts with * in quotes',
        at,
      );
    if (depth + measured.height > maxDepth) throw tooDeep(at);
    this.problems.expand(measured.size, at);
    return measured;
  }
}
