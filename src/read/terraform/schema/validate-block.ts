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
    const { items } = withBlocks(written, (name) => isBlockIn(schema, name));
    for (const item of items) {
      const { name } = item;
      if (isTop && meta.has(name)) continue;
      const at = path === '' ? name : `${path}.${name}`;
      const entries = this.entriesOf(schema, name);
      if (entries.length === 0) this.absent(item, schema, at);
      else {
        this.present(item, entries, at);
        if (item.bodies && entries.every(isOnce) && isOneTooMany(item, items))
          this.add('block-count', item, at, `takes one ${at} block and has several: put them into one`);
      }
    }
    for (const [name, entries] of schema.demanded)
      if (!items.some((item) => item.name === name) && this.isRequired(entries)) {
        const what = entries.some(isBlock) ? 'the block' : 'the argument';
        const at = path === '' ? name : `${path}.${name}`;
        this.found.push({
          kind: 'missing',
          path: at,
          name,
          node: written.head,
          message: `lacks ${what} ${at}, which is required`,
        });
      }
  }

  /** What a name is in the versions in question. */
  private entriesOf(schema: BlockSchema, name: string): readonly Entry[] {
    const all = schema.entries.get(name);
    if (!all) return none;
    const [only] = all;
    if (all.length === 1) return only!.versions & this.admitted ? all : none;
    return all.filter(({ versions }) => versions & this.admitted);
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
    if (entries.every(isComputed)) {
      if (!this.isGiven(item)) return;
      this.add('read-only', item, path, `sets ${path}, which can only be read: take it out`);
      return;
    }
    if (entries.every(isDeprecated) && this.isGiven(item)) this.add('deprecated', item, path, `sets ${path}`);
    if (item.bodies) {
      const block = entries.find(isBlock);
      if (!block) {
        // where its type is not known, neither is its form
        if (entries.some(({ type }) => type === 'any')) return;
        this.add('wrong-form', item, path, `has ${path} as an argument, not as a block: write ${name} = …`);
        return;
      }
      // versions that differ in more than what is inside are judged by the one that most likely runs
      if (block.body) for (const body of item.bodies) this.body(body, block.body, path, false);
      return;
    }
    this.value(item, entries, path);
  }

  private isGiven({ bodies, node, value }: Written): boolean {
    return bodies !== undefined || this.isSet(node.file, value!);
  }

  private value(item: Written, entries: readonly Entry[], path: string): void {
    const value = item.value!;
    if (entries.every(isOnlyBlock)) {
      this.add(
        'wrong-form',
        item,
        path,
        `takes ${path} as a block, not as an argument: write ${item.name} { … }`,
      );
      return;
    }
    if (entries.some(isBlock)) return;
    const mismatches = entries.map(({ type }) => mismatchIn(value, type));
    const [first] = mismatches;
    if (!first || mismatches.includes(undefined)) return;
    const { file, keyStart } = item.node;
    const node =
      first.at === value ? item.node : new Node(file, first.at.start, first.at.end, null, keyStart);
    this.add(
      'wrong-type',
      { name: item.name, node },
      path,
      `needs ${first.expected} in ${first.at === value ? '' : 'an item of '}${path} and has ${first.found}`,
    );
  }

  private add(
    kind: SchemaViolation['kind'],
    item: Pick<Written, 'name' | 'node'>,
    path: string,
    message: string,
  ): void {
    this.found.push(at(kind, item, path, message));
  }
}

function at(
  kind: SchemaViolation['kind'],
  { name, node }: Pick<Written, 'name' | 'node'>,
  path: string,
  message: string,
): SchemaViolation {
  return { kind, name, path, node, message };
}

function newestOf(set: VersionSet): VersionSet {
  return 1 << (31 - Math.clz32(set));
}

function isBlockIn(schema: BlockSchema, name: string): boolean {
  return schema.entries.get(name)?.some(isBlock) ?? false;
}

/** Whether a block is the first of its name that is more than one; never where it cannot be told how many there are. */
function isOneTooMany(block: Written, items: readonly Written[]): boolean {
  let before = 0;
  for (const item of items) {
    if (item.name !== block.name) continue;
    if (!item.bodies || item.isDynamic) return false;
    if (item === block) return before < 2 && before + item.bodies.length > 1;
    before += item.bodies.length;
  }
  return false;
}

const none: readonly Entry[] = [];
const isOnce = ({ once }: Entry) => once;
const isBlock = ({ kind }: Entry) => kind === 'block';
const isOnlyBlock = ({ kind, either }: Entry) => kind === 'block' && !either;
const isComputed = ({ computed }: Entry) => computed;
const isDeprecated = ({ deprecated }: Entry) => deprecated;
