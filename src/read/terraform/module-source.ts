import type { Problem } from '../../model/problem.ts';
import type { SourceFile } from '../../model/source-file.ts';
import type { Attribute, Block, Expression } from '../../syntax/hcl/tree.ts';

/** A block together with the file it stands in. */
export interface Declared {
  readonly file: SourceFile;
  readonly block: Block;
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
}

/** How many labels each block at the top of a module has. Source: Terraform language documentation. */
export const topLevelBlocks: Readonly<Record<string, number>> = {
  terraform: 0,
  provider: 1,
  variable: 1,
  locals: 0,
  output: 1,
  module: 1,
  resource: 2,
  data: 2,
  ephemeral: 2,
  moved: 0,
  removed: 0,
  import: 0,
  check: 1,
};

/** A file and what stands in it at the top. */
export interface ParsedFile {
  readonly file: SourceFile;
  readonly items: readonly (Attribute | Block)[];
}

/** Collects the declarations of a folder's files; those of override files replace what they name. */
export function collectModule(
  folder: string,
  parsed: readonly ParsedFile[],
  report: (problem: Problem) => void,
): ModuleSource {
  const source = {
    folder,
    files: parsed.map(({ file }) => file),
    variables: new Map<string, Declared>(),
    locals: new Map<string, Written>(),
    outputs: new Map<string, Declared>(),
    resources: new Map<string, Declared>(),
    data: new Map<string, Declared>(),
    again: [] as Declared[],
    calls: new Map<string, Declared>(),
    providers: [] as Declared[],
    settings: [] as Declared[],
    others: [] as Declared[],
  };
  const named: Readonly<Record<string, Map<string, Declared>>> = {
    variable: source.variables,
    output: source.outputs,
    resource: source.resources,
    data: source.data,
    module: source.calls,
  };
  const lists: Readonly<Record<string, Declared[]>> = {
    provider: source.providers,
    terraform: source.settings,
  };

  for (const { file, items } of inOverrideOrder(parsed)) {
    const overrides = isOverride(file.path);
    const refuse = (item: Attribute | Block, message: string) =>
      report({ kind: 'invalid', message, path: file.path, file, start: item.start, end: headEnd(item) });
    for (const item of items) {
      if (item.kind === 'attribute') {
        refuse(item, `${item.name} stands outside of any block: put it into the block it belongs to`);
        continue;
      }
      const labels = topLevelBlocks[item.type];
      if (labels === undefined) {
        refuse(item, `Terraform has no block called ${item.type}`);
        continue;
      }
      if (item.labels.length !== labels) {
        refuse(
          item,
          `${item.type} takes ${labels === 1 ? 'one label' : `${labels} labels`} and has ${item.labels.length}`,
        );
        continue;
      }
      const declared: Declared = { file, block: item };
      if (item.type === 'locals') collectLocals(file, item, source.locals, overrides, refuse);
      else if (named[item.type]) {
        const name = item.labels.map(({ text }) => text).join('.');
        const before = named[item.type]!.get(name);
        if (before && !overrides) {
          refuse(
            item,
            `${item.type} ${name} is declared twice: here and in ${before.file.path}:${before.file.lineAt(before.block.start)}`,
          );
          if (item.type === 'resource' || item.type === 'data') source.again.push(declared);
        } else named[item.type]!.set(name, before ? merge(before, declared) : declared);
      } else (lists[item.type] ?? source.others).push(declared);
    }
  }
  return source;
}

function collectLocals(
  file: SourceFile,
  block: Block,
  locals: Map<string, Written>,
  overrides: boolean,
  refuse: (item: Attribute | Block, message: string) => void,
): void {
  for (const item of block.body.items) {
    if (item.kind === 'block') refuse(item, `locals holds values only: write ${item.type} = { ... }`);
    else if (locals.has(item.name) && !overrides) refuse(item, `local ${item.name} is declared twice`);
    else locals.set(item.name, { file, expression: item.value });
  }
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
  return {
    file: before.file,
    block: { ...before.block, body: { ...body, items: [...kept, ...override.block.body.items] } },
  };
}

function inOverrideOrder(parsed: readonly ParsedFile[]): readonly ParsedFile[] {
  return [
    ...parsed.filter(({ file }) => !isOverride(file.path)),
    ...parsed.filter(({ file }) => isOverride(file.path)),
  ];
}

function isOverride(path: string): boolean {
  return /(^|[/_])override\.(tf|tofu)(\.json)?$/.test(path);
}

/** Where the head of an item ends: enough to point at it. */
export function headEnd(item: Attribute | Block): number {
  return item.kind === 'block' ? item.open : item.start + item.name.length;
}
