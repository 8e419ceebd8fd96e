import { nearest } from '../../../config/nearest.ts';
import { Node } from '../../../model/node.ts';
import type { SourceFile } from '../../../model/source-file.ts';
import type { Expression } from '../../../syntax/hcl/tree.ts';
import type { BlockSchema, Entry, VersionSet } from './block-schema.ts';
import { mismatchIn } from './mismatch.ts';
import { type Written, type WrittenBody, withBlocks } from './written-body.ts';

/** One way in which a block does not fit what its provider takes. */
export interface SchemaViolation {
  readonly kind:
    | 'unknown'
    | 'removed'
    | 'missing'
    | 'read-only'
    | 'deprecated'
    | 'block-count'
    | 'wrong-type'
    | 'wrong-form';
  /** `ebs_block_device.volume_size` */
  readonly path: string;
  readonly node: Node;
  readonly name: string;
  /** what is wrong and what would be right, to follow the address: `has no argument …` */
  readonly message: string;
  /** for `unknown`: the name that was most likely meant */
  readonly near?: string;
  /** for `removed`: the versions that it was in */
  readonly versions?: VersionSet;
}

/** Arguments that Terraform takes in every resource and data source. */
const meta = new Set(['count', 'for_each', 'provider', 'depends_on', '//']);

/** Whether a value is certainly none that is null: null counts as absent. */
type IsSet = (file: SourceFile, value: Expression) => boolean;

/** Everything in a block that does not fit its schema in any of the versions that may be used. */
export function validateBlock(
  body: WrittenBody,
  schema: BlockSchema,
  admitted: VersionSet,
  isSet: IsSet,
): readonly SchemaViolation[] {
  const found: SchemaViolation[] = [];
  new Validation(admitted, isSet, found).body(body, schema, '', true);
  return found;
}

class Validation {
  constructor(
    private readonly admitted: VersionSet,
    private readonly isSet: IsSet,
    private readonly found: SchemaViolation[],
  ) {}

  body(written: WrittenBody, schema: BlockSchema, path: string, isTop: boolean): void {
    if (schema.open) return;
    const { head, items } = withBlocks(written, (name) => isBlockIn(schema, name));
    const given = new Set<string>();
    const counts = new Map<string, number>();
    for (const item of items) {
      const { name } = item;
      if (isTop && meta.has(name)) continue;
      given.add(name);
      const at = path === '' ? name : `${path}.${name}`;
      const entries = (schema.entries.get(name) ?? []).filter(({ versions }) => versions & this.admitted);
      if (entries.length === 0) this.absent(item, schema, at);
      else this.present(item, entries, at);
      if (item.bodies && !item.isDynamic) counts.set(name, (counts.get(name) ?? 0) + item.bodies.length);
      else counts.set(name, Number.NaN);
      if (entries.length > 0 && counts.get(name)! > 1 && entries.every(({ once }) => once)) {
        this.add('block-count', item, at, `takes one ${at} block and has several: put them into one`);
        counts.set(name, Number.NaN);
      }
    }
    for (const [name, entries] of schema.entries)
      if (!given.has(name) && this.isRequired(entries)) {
        const isBlock = entries.some(({ kind }) => kind === 'block');
        const at = path === '' ? name : `${path}.${name}`;
        this.found.push({
          kind: 'missing',
          path: at,
          name,
          node: head,
          message: `lacks ${isBlock ? 'the block' : 'the argument'} ${at}, which is required`,
        });
      }
  }

  private isRequired(entries: readonly Entry[]): boolean {
    let demanded = 0;
    for (const { required, versions } of entries) if (required) demanded |= versions;
    return (demanded & this.admitted) === this.admitted;
  }

  /** A name that none of the versions in question has. */
  private absent(item: Written, schema: BlockSchema, path: string): void {
    const what = item.bodies ? 'block' : 'argument';
    const elsewhere = schema.entries.get(item.name);
    if (elsewhere) {
      const versions = elsewhere.reduce((all, one) => all | one.versions, 0);
      this.found.push({ ...at('removed', item, path, `has no ${what} ${path}`), versions });
      return;
    }
    const candidates = [...schema.entries]
      .filter(([, entries]) => entries.some((one) => !one.computed && one.versions & this.admitted))
      .map(([name]) => name);
    const near = nearest(item.name, candidates);
    const hint = near === undefined ? '' : `: did you mean ${near}?`;
    this.found.push({
      ...at('unknown', item, path, `has no ${what} ${path}${hint}`),
      ...(near === undefined ? {} : { near }),
    });
  }

  private present(item: Written, entries: readonly Entry[], path: string): void {
    const { name } = item;
    let held = 0;
    for (const { versions } of entries) held |= versions;
    if ((held & newestOf(this.admitted)) === 0) {
      this.found.push({ ...at('removed', item, path, `sets ${path}`), versions: held & this.admitted });
      return;
    }
    const isSet = () => item.bodies !== undefined || this.isSet(item.node.file, item.value!);
    if (entries.every(({ computed }) => computed)) {
      if (!isSet()) return;
      this.add('read-only', item, path, `sets ${path}, which can only be read: take it out`);
      return;
    }
    if (entries.every(({ deprecated }) => deprecated) && isSet())
      this.add('deprecated', item, path, `sets ${path}`);
    if (item.bodies) {
      const blocks = entries.filter(({ kind }) => kind === 'block');
      if (blocks.length === 0) {
        this.add('wrong-form', item, path, `has ${path} as an argument, not as a block: write ${name} = …`);
        return;
      }
      const [block] = blocks;
      // versions that differ in more than what is inside are judged by the one that most likely runs
      if (block?.body) for (const body of item.bodies) this.body(body, block.body, path, false);
      return;
    }
    this.value(item, entries, path);
  }

  private value(item: Written, entries: readonly Entry[], path: string): void {
    const value = item.value!;
    if (entries.every(({ kind, either }) => kind === 'block' && !either)) {
      this.add(
        'wrong-form',
        item,
        path,
        `takes ${path} as a block, not as an argument: write ${item.name} { … }`,
      );
      return;
    }
    if (entries.some(({ kind }) => kind === 'block')) return;
    const mismatches = entries.map(({ type }) => mismatchIn(value, type));
    const [first] = mismatches;
    if (!first || mismatches.includes(undefined)) return;
    const { file, keyStart } = item.node;
    const node =
      first.at === value ? item.node : new Node(file, first.at.start, first.at.end, null, keyStart);
    this.add(
      'wrong-type',
      { ...item, node },
      path,
      `needs ${first.expected} in ${first.at === value ? '' : 'an item of '}${path} and has ${first.found}`,
    );
  }

  private add(kind: SchemaViolation['kind'], item: Written, path: string, message: string): void {
    this.found.push(at(kind, item, path, message));
  }
}

function at(
  kind: SchemaViolation['kind'],
  { name, node }: Written,
  path: string,
  message: string,
): SchemaViolation {
  return { kind, name, path, node, message };
}

function newestOf(set: VersionSet): VersionSet {
  return 1 << (31 - Math.clz32(set));
}

function isBlockIn(schema: BlockSchema, name: string): boolean {
  return schema.entries.get(name)?.some(({ kind }) => kind === 'block') ?? false;
}
