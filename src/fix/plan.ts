import type { Path, Plain } from '../model/node.ts';
import type { SourceFile } from '../model/source-file.ts';
import { type Change, fileOf, type Refused } from './change.ts';
import { Pending } from './pending.ts';
import { collide, type Splice, type Spliced, splice } from './splice.ts';

/** The entries that a map, list or block gets, and how they are put there. */
interface Creation {
  readonly pending: Pending;
  readonly splices: readonly Splice[];
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
  private creations = new Map<Container, Creation>();
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
    const fresh: Splice[] = [];
    const creations = new Map<Container, Pending>();
    for (const change of changes) {
      if (fileOf(change).text !== this.file.text) return 'the file has changed since it was read';
      const placed = this.place(change);
      if ('refused' in placed) return placed.refused;
      if ('splices' in placed) {
        const known = [...this.splices, ...fresh];
        const added = placed.splices.filter((one) => !known.some((other) => isSame(one, other)));
        if (added.length > 0 && collideAny(added, known)) return another;
        fresh.push(...added);
      } else {
        const { container, path, value } = placed;
        const before = creations.get(container) ?? this.creations.get(container)?.pending;
        const pending = before ? before.with(path, value) : new Pending(path, value);
        if (!pending) return another;
        creations.set(container, pending);
      }
    }
    return this.settleIn(fresh, creations) ?? this.record(changes);
  }

  /** Takes new splices and creations into the plan, if nothing stands in their way. */
  private settleIn(fresh: readonly Splice[], pending: ReadonlyMap<Container, Pending>): string | undefined {
    const made = new Map<Container, Creation>();
    for (const [container, one] of pending) {
      const splices = this.create(container, one.value);
      if ('refused' in splices) return splices.refused;
      made.set(container, { pending: one, splices });
    }
    for (const { splices } of made.values())
      if (collideAny(splices, this.splices) || collideAny(splices, fresh)) return another;
    if (fresh.length > 0)
      for (const { splices } of this.creations.values()) if (collideAny(fresh, splices)) return another;
    this.splices.push(...fresh);
    for (const [container, creation] of made) this.creations.set(container, creation);
    return undefined;
  }

  private record(changes: readonly Change[]): undefined {
    this.changes.push(...changes);
  }

  /** Remembers what is planned now. @returns undoes what was added since */
  mark(): () => void {
    const splices = [...this.splices];
    const creations = new Map(this.creations);
    const changes = [...this.changes];
    return () => Object.assign(this, { splices, creations, changes });
  }

  /** Carries out what was added. */
  finish(): { readonly text: string } | Refused {
    const ordered = [...this.creations].sort(([a], [b]) => this.depthOf(b) - this.depthOf(a));
    const made = ordered.flatMap(([, { splices }]) => splices);
    return this.settle(splice(this.file.text, [...made, ...this.splices]));
  }
}

function collideAny(some: readonly Splice[], others: readonly Splice[]): boolean {
  return some.some((one) => others.some((other) => collide(one, other)));
}

const another = 'another fix changes the same place: run the fix again';

function isSame(a: Splice, b: Splice): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text && a.start < a.end;
}
