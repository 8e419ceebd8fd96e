import type { Problem } from '../../model/problem.ts';
import type { SourceFile } from '../../model/source-file.ts';
import type { Attribute, Block, Expression } from '../../syntax/hcl/tree.ts';
import { type BlockMentions, mentionsInBlock } from './block-mentions.ts';
import { type MetaItems, metaItemsOf } from './meta-items.ts';

/** A block together with the file it stands in. */
export class Declared {
  constructor(
    readonly file: SourceFile,
    readonly block: Block,
  ) {}

  /** What Terraform itself takes in it. */
  get meta(): MetaItems {
    this.metaItems ??= metaItemsOf(this.block);
    return this.metaItems;
  }
  private metaItems: MetaItems | undefined;

  /** What its expressions mention. */
  get mentions(): BlockMentions {
    this.mentioned ??= mentionsInBlock(this.block);
    return this.mentioned;
  }
  private mentioned: BlockMentions | undefined;
}

/** An expression together with the file it stands in. */
export interface Written {
  readonly file: SourceFile;
  readonly expression: Expression;
}

/** What the files of one folder declare, before anything is evaluated. Shared by every call of the module. */
export interface ModuleSource {
  /** relative to the repository; `.` for the top */
  readonly folder: string;
  readonly files: readonly SourceFile[];
  readonly variables: ReadonlyMap<string, Declared>;
  readonly locals: ReadonlyMap<string, Written>;
  readonly outputs: ReadonlyMap<string, Declared>;
  /** by `type.name` */
  readonly resources: ReadonlyMap<string, Declared>;
  /** data sources, by `type.name` */
  readonly data: ReadonlyMap<string, Declared>;
  /** resources and data sources whose name another one has already: wrong, and still to be judged */
  readonly again: readonly Declared[];
  /** module calls by name */
  readonly calls: ReadonlyMap<string, Declared>;
  readonly providers: readonly Declared[];
  /** `terraform` blocks */
  readonly settings: readonly Declared[];
  /** `moved`, `removed`, `import`, `check`, by their type */
  readonly others: readonly Declared[];
  /** why it may declare more than its files show: then absence of a name proves nothing */
  readonly incomplete: string | undefined;
}

/** How many labels each block at the top of a module has. Source: Terraform language documentation. */
const labelsOf: ReadonlyMap<string, number> = new Map([
  ['terraform', 0],
  ['provider', 1],
  ['variable', 1],
  ['locals', 0],
  ['output', 1],
  ['module', 1],
  ['resource', 2],
  ['data', 2],
  ['ephemeral', 2],
  ['moved', 0],
  ['removed', 0],
  ['import', 0],
  ['check', 1],
]);

/** A file and what stands in it at the top. */
export interface ParsedFile {
  readonly file: SourceFile;
  readonly items: readonly (Attribute | Block)[];
}

type Report = (problem: Problem) => void;

/** Collects the declarations of a folder's files; those of override files replace what they name. */
export function collectModule(
  folder: string,
  parsed: readonly ParsedFile[],
  report: Report,
  incomplete?: string,
): ModuleSource {
  const collected = new Collected(
    folder,
    parsed.map(({ file }) => file),
    incomplete,
  );
  for (const { file, items } of inOverrideOrder(parsed)) {
    const overrides = isOverride(file.path);
    for (const item of items) {
      const fault = item.kind === 'attribute' ? strayArgument(item) : labelFault(item);
      if (fault !== undefined) refuse(file, item, fault, report);
      else collected.add(new Declared(file, item as Block), overrides, report);
    }
  }
  return collected;
}

function strayArgument({ name }: Attribute): string {
  return `${name} stands outside of any block: put it into the block it belongs to`;
}

function labelFault({ type, labels: { length } }: Block): string | undefined {
  const labels = labelsOf.get(type);
  if (labels === length) return undefined;
  if (labels === undefined) return `Terraform has no block called ${type}`;
  return `${type} takes ${labels === 1 ? 'one label' : `${labels} labels`} and has ${length}`;
}

function refuse(file: SourceFile, item: Attribute | Block, message: string, report: Report): void {
  report({ kind: 'invalid', message, path: file.path, file, start: item.start, end: headEnd(item) });
}

/** What stands for any map or list without anything in it: most modules have few of them. */
const noNames: ReadonlyMap<string, never> = new Map<string, never>();
const noBlocks: readonly never[] = [];

class Collected implements ModuleSource {
  variables: ReadonlyMap<string, Declared> = noNames;
  locals: ReadonlyMap<string, Written> = noNames;
  outputs: ReadonlyMap<string, Declared> = noNames;
  resources: ReadonlyMap<string, Declared> = noNames;
  data: ReadonlyMap<string, Declared> = noNames;
  calls: ReadonlyMap<string, Declared> = noNames;
  again: readonly Declared[] = noBlocks;
  providers: readonly Declared[] = noBlocks;
  settings: readonly Declared[] = noBlocks;
  others: readonly Declared[] = noBlocks;

  constructor(
    readonly folder: string,
    readonly files: readonly SourceFile[],
    readonly incomplete: string | undefined,
  ) {}

  add(declared: Declared, overrides: boolean, report: Report): void {
    const { type } = declared.block;
    switch (type) {
      case 'variable':
        this.variables = this.named(this.variables, declared, overrides, report);
        break;
      case 'output':
        this.outputs = this.named(this.outputs, declared, overrides, report);
        break;
      case 'resource':
        this.resources = this.named(this.resources, declared, overrides, report);
        break;
      case 'data':
        this.data = this.named(this.data, declared, overrides, report);
        break;
      case 'module':
        this.calls = this.named(this.calls, declared, overrides, report);
        break;
      case 'locals':
        this.addLocals(declared, overrides, report);
        break;
      case 'provider':
        this.providers = append(this.providers, declared);
        break;
      case 'terraform':
        this.settings = append(this.settings, declared);
        break;
      default:
        this.others = append(this.others, declared);
    }
  }

  private named(
    known: ReadonlyMap<string, Declared>,
    declared: Declared,
    overrides: boolean,
    report: Report,
  ): ReadonlyMap<string, Declared> {
    const { file, block } = declared;
    const [first, second] = block.labels;
    const name = second ? `${first!.text}.${second.text}` : first!.text;
    const before = known.get(name);
    if (!before) return put(known, name, declared);
    if (overrides) return put(known, name, merge(before, declared));
    const other = `${before.file.path}:${before.file.lineAt(before.block.start)}`;
    refuse(file, block, `${block.type} ${name} is declared twice: here and in ${other}`, report);
    if (block.type === 'resource' || block.type === 'data') this.again = append(this.again, declared);
    return known;
  }

  private addLocals({ file, block }: Declared, overrides: boolean, report: Report): void {
    for (const item of block.body.items) {
      if (item.kind === 'block')
        refuse(file, item, `locals holds values only: write ${item.type} = { ... }`, report);
      else if (this.locals.has(item.name) && !overrides)
        refuse(file, item, `local ${item.name} is declared twice`, report);
      else this.locals = put(this.locals, item.name, { file, expression: item.value });
    }
  }
}

function put<V>(map: ReadonlyMap<string, V>, name: string, value: V): ReadonlyMap<string, V> {
  const own = map === noNames ? new Map<string, V>() : (map as Map<string, V>);
  return own.set(name, value);
}

function append<T>(list: readonly T[], item: T): readonly T[] {
  if (list === noBlocks) return [item];
  (list as T[]).push(item);
  return list;
}

const overriddenIn = new WeakMap<Attribute | Block, SourceFile>();

/** The file that an item of a block stands in: not the block's own where an override file has put it there. */
export function fileOfItem(item: Attribute | Block, file: SourceFile): SourceFile {
  return overriddenIn.get(item) ?? file;
}

/** Source: Terraform documentation, Override Files: arguments replace arguments, nested blocks replace all of their type. */
function merge(before: Declared, override: Declared): Declared {
  const replaced = new Set(
    override.block.body.items.map((item) => (item.kind === 'attribute' ? item.name : item.type)),
  );
  const kept = before.block.body.items.filter(
    (item) => !replaced.has(item.kind === 'attribute' ? item.name : item.type),
  );
  for (const item of override.block.body.items) overriddenIn.set(item, override.file);
  const { body } = before.block;
  return new Declared(before.file, {
    ...before.block,
    body: { ...body, items: [...kept, ...override.block.body.items] },
  });
}

function inOverrideOrder(parsed: readonly ParsedFile[]): readonly ParsedFile[] {
  if (!parsed.some(({ file }) => isOverride(file.path))) return parsed;
  return [
    ...parsed.filter(({ file }) => !isOverride(file.path)),
    ...parsed.filter(({ file }) => isOverride(file.path)),
  ];
}

function isOverride(path: string): boolean {
  return path.includes('override') && /(^|[/_])override\.(tf|tofu)(\.json)?$/.test(path);
}

/** Where the head of an item ends: enough to point at it. */
export function headEnd(item: Attribute | Block): number {
  return item.kind === 'block' ? item.open : item.start + item.name.length;
}
