import type { Path, Plain } from '../model/node.ts';
import type { SourceFile } from '../model/source-file.ts';
import { type Change, fileOf, type Refused } from './change.ts';
import { Pending } from './pending.ts';
import { collide, type Splice, type Spliced, splice } from './splice.ts';

/** A map, list or block that gets new entries. */
export interface Creation<Container> {
  readonly container: Container;
  readonly pending: Pending;
}

/** What is to be done for one change. */
export type Placement<Container> =
  | { readonly splices: readonly Splice[] }
  | { readonly container: Container; readonly path: Path; readonly value: Plain }
  | Refused;

/**
 * Changes to one file, put together before any is carried out: values that go into the same place are made once, and
 * what cannot be done together with what is already planned is refused.
 */
export abstract class Plan<Container> {
  private splices: Splice[] = [];
  private creations = new Map<Container, Pending>();
  protected changes: Change[] = [];

  constructor(protected readonly file: SourceFile) {}

  /** Where a change is made. The same container must be the same object each time. */
  protected abstract place(change: Change): Placement<Container>;
  protected abstract create(container: Container, value: Plain): readonly Splice[] | Refused;
  /** How deep a container is nested: of new entries at one place the deepest come first. */
  protected abstract depthOf(container: Container): number;
  /** What the new text must come to; a last chance to refuse all. */
  protected abstract settle(result: Spliced): { readonly text: string } | Refused;

  /** Adds the changes of one fix, all or none. @returns why none */
  add(changes: readonly Change[]): string | undefined {
    const splices = [...this.splices];
    const creations = new Map(this.creations);
    for (const change of changes) {
      if (fileOf(change).text !== this.file.text) return 'the file has changed since it was read';
      const placed = this.place(change);
      if ('refused' in placed) return placed.refused;
      if ('splices' in placed) {
        const fresh = placed.splices.filter((one) => !splices.some((other) => isSame(one, other)));
        if (fresh.length === 0) continue;
        if (fresh.some((one) => splices.some((other) => collide(one, other)))) return another;
        splices.push(...fresh);
      } else {
        const { container, path, value } = placed;
        const before = creations.get(container);
        const pending = before ? before.with(path, value) : new Pending(path, value);
        if (!pending) return another;
        creations.set(container, pending);
      }
    }
    const made = this.make(creations);
    if ('refused' in made) return made.refused;
    if (made.some((one) => splices.some((other) => collide(one, other)))) return another;
    this.splices = splices;
    this.creations = creations;
    this.changes.push(...changes);
    return undefined;
  }

  /** What is planned now, to come back to. @returns undoes what was added since */
  mark(): () => void {
    const { splices, creations, changes } = this;
    this.changes = [...changes];
    return () => Object.assign(this, { splices, creations, changes });
  }

  /** Carries out what was added. */
  finish(): { readonly text: string } | Refused {
    const made = this.make(this.creations);
    if ('refused' in made) return made;
    return this.settle(splice(this.file.text, [...made, ...this.splices]));
  }

  private make(creations: ReadonlyMap<Container, Pending>): readonly Splice[] | Refused {
    const ordered = [...creations].sort(([a], [b]) => this.depthOf(b) - this.depthOf(a));
    const made: Splice[] = [];
    for (const [container, { value }] of ordered) {
      const splices = this.create(container, value);
      if ('refused' in splices) return splices;
      made.push(...splices);
    }
    return made;
  }
}

const another = 'another fix changes the same place: run the fix again';

function isSame(a: Splice, b: Splice): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text && a.start < a.end;
}
