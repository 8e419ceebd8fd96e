import type { Path, Plain } from '../../model/node.ts';
import type { SourceFile } from '../../model/source-file.ts';
import { parseHcl } from '../../syntax/hcl/parse-hcl.ts';
import type { SyntaxTree } from '../../syntax/hcl/tree.ts';
import type { Change, Refused } from '../change.ts';
import { indentOf, newlineOf } from '../lines.ts';
import { type Placement, Plan } from '../plan.ts';
import type { Splice, Spliced } from '../splice.ts';
import { alignTouched } from './align.ts';
import { createInBlock, createInObject, createInTuple } from './create.ts';
import { draftOf } from './draft.ts';
import { locate, type Spot } from './locate.ts';
import { remove } from './remove.ts';
import { renderValue } from './render.ts';

/** A block, object or list that gets new entries. */
interface Container {
  readonly spot: Spot;
  /** ways of keys that become nested blocks, and those that become objects */
  readonly blocks: Set<string>;
  readonly objects: Set<string>;
}

/** Changes to a file of HCL native syntax. Signs of neighbouring arguments stay aligned as `terraform fmt` wants it. */
export class HclPlan extends Plan<Container> {
  private readonly tree: SyntaxTree;
  private readonly newline: string;
  private readonly containers = new Map<string, Container>();

  constructor(file: SourceFile) {
    super(file);
    this.tree = parseHcl(file.text);
    this.newline = newlineOf(file.text);
  }

  protected override place(change: Change): Placement<Container> {
    if (change.kind === 'text') return { splices: [change] };
    const spot = locate(this.tree.body, change.kind === 'create' ? change.in : change.node);
    if (!spot) return { refused: 'it stands in a part of the file that cannot be read' };
    const { text } = this.file;
    switch (change.kind) {
      case 'replace': {
        if (spot.kind === 'block') return { refused: 'a block cannot be replaced by a value' };
        const { start, end } = spot.value;
        return {
          splices: [{ start, end, text: renderValue(change.value, indentOf(text, start), this.newline) }],
        };
      }
      case 'remove': {
        const splices = remove(text, spot);
        return 'refused' in splices ? splices : { splices };
      }
      case 'create':
        return this.placeCreation(spot, change);
    }
  }

  private placeCreation(
    spot: Spot,
    { path, value, as }: Extract<Change, { kind: 'create' }>,
  ): Placement<Container> {
    const refused = refuseKey(spot, path[0]!);
    if (refused) return { refused };
    const { start, end } = spot.kind === 'block' ? spot.block : spot.value;
    const id = `${start}:${end}`;
    const container = this.containers.get(id) ?? { spot, blocks: new Set(), objects: new Set() };
    this.containers.set(id, container);
    const ways = prefixesOf(path);
    const [into, other] =
      as === 'block' ? [container.blocks, container.objects] : [container.objects, container.blocks];
    if (ways.some((way) => other.has(way)))
      return { refused: 'another fix makes the same thing in another form: run the fix again' };
    for (const way of ways) into.add(way);
    return { container, path, value };
  }

  protected override create({ spot, blocks }: Container, value: Plain): readonly Splice[] | Refused {
    const { text } = this.file;
    const map = value as { readonly [key: string]: Plain };
    if (spot.kind === 'block')
      return createInBlock(
        text,
        spot.block,
        draftOf(map, (way) => blocks.has(way)),
        this.newline,
      );
    const { value: expression } = spot;
    if (expression.kind === 'object') return createInObject(text, expression, map, this.newline);
    if (expression.kind === 'tuple')
      return createInTuple(text, expression, value as readonly Plain[], this.newline);
    const { start, end } = expression;
    return [{ start, end, text: renderValue(value, indentOf(text, start), this.newline) }];
  }

  protected override depthOf({ spot }: Container): number {
    return spot.depth;
  }

  protected override settle(spliced: Spliced): { readonly text: string } | Refused {
    const { errors } = parseHcl(spliced.text);
    if (errors.length > this.tree.errors.length)
      return { refused: 'the file could not be read any more afterwards: mend it by hand' };
    return { text: alignTouched(spliced) };
  }
}

function refuseKey(spot: Spot, key: string | number): string | undefined {
  if (spot.kind === 'block')
    return typeof key === 'number' ? 'a further block is to be added by hand' : undefined;
  const { value } = spot;
  if (value.kind === 'object' || (value.kind === 'literal' && value.value === null)) return undefined;
  if (value.kind === 'tuple')
    return key === value.items.length
      ? undefined
      : `there is no item ${Number(key) - 1} that it could follow`;
  return `its value is computed, so ${key} cannot be added to it: mend it by hand`;
}

/** The ways to everything on a path but its end, each key closed by a NUL. */
function prefixesOf(path: Path): string[] {
  return path.slice(0, -1).map((_, at) =>
    path
      .slice(0, at + 1)
      .map((key) => `${key}\0`)
      .join(''),
  );
}
