import { Node } from '../../../model/node.ts';
import type { SourceFile } from '../../../model/source-file.ts';
import type { Attribute, Block, Expression, ObjectConstructor } from '../../../syntax/hcl/tree.ts';
import { constantText } from '../constant.ts';
import { fileOfItem } from '../module-source.ts';

/** An argument or a nested block of a body, as it is written. */
export interface Written {
  readonly name: string;
  readonly node: Node;
  /** of an argument */
  readonly value?: Expression;
  /** of a block; of JSON, where blocks are objects and lists of them, as many as there are */
  readonly bodies?: readonly WrittenBody[];
  /** nobody knows how many blocks it makes: `dynamic`, or an expression in the place of blocks */
  readonly isDynamic?: boolean;
}

export interface WrittenBody {
  readonly file: SourceFile;
  /** what to point at where something is missing */
  readonly head: Node;
  readonly items: readonly Written[];
}

const metaBlocks = new Set(['lifecycle', 'provisioner', 'connection']);

/** The arguments and nested blocks of a block, without those that Terraform itself takes. */
export function bodyOfBlock(file: SourceFile, block: Block): WrittenBody {
  return new BlockBody(file, block);
}

/** Nodes are made when somebody points at them, which is where something is wrong. */
class BlockBody implements WrittenBody {
  readonly items: readonly Written[];

  constructor(
    readonly file: SourceFile,
    private readonly block: Block,
  ) {
    const items: Written[] = [];
    for (const item of block.body.items) {
      const home = fileOfItem(item, file);
      if (item.kind === 'attribute') items.push(new WrittenArgument(home, item));
      else if (item.type === 'dynamic') items.push(writtenDynamic(home, item));
      else if (!metaBlocks.has(item.type)) items.push(new WrittenBlock(home, item));
    }
    this.items = items;
  }

  get head(): Node {
    return new Node(this.file, this.block.start, this.block.open, null);
  }
}

class WrittenArgument implements Written {
  constructor(
    private readonly file: SourceFile,
    private readonly argument: Attribute,
  ) {}

  get name(): string {
    return this.argument.name;
  }

  get value(): Expression {
    return this.argument.value;
  }

  get node(): Node {
    const { start, value } = this.argument;
    return new Node(this.file, value.start, value.end, null, start);
  }
}

class WrittenBlock implements Written {
  readonly bodies: readonly WrittenBody[];

  constructor(
    private readonly file: SourceFile,
    private readonly block: Block,
  ) {
    this.bodies = [bodyOfBlock(file, block)];
  }

  get name(): string {
    return this.block.type;
  }

  get node(): Node {
    return new Node(this.file, this.block.start, this.block.open, null);
  }
}

function writtenDynamic(file: SourceFile, block: Block): Written {
  const content = block.body.items.find((item) => item.kind === 'block' && item.type === 'content');
  return {
    name: block.labels[0]?.text ?? '',
    node: new Node(file, block.start, block.open, null),
    bodies: content?.kind === 'block' ? [bodyOfBlock(file, content)] : [],
    isDynamic: true,
  };
}

/** Source: Terraform documentation, JSON Configuration Syntax: a block is an object, or a list of them. */
function bodiesInJson(file: SourceFile, value: Expression): Pick<Written, 'bodies' | 'isDynamic'> {
  if (value.kind === 'object') return { bodies: [bodyInJson(file, value)] };
  if (value.kind !== 'tuple') return { bodies: [], isDynamic: true };
  const objects = value.items.filter((item) => item.kind === 'object');
  return {
    bodies: objects.map((item) => bodyInJson(file, item)),
    ...(objects.length < value.items.length ? { isDynamic: true } : {}),
  };
}

function bodyInJson(file: SourceFile, { items, start, end }: ObjectConstructor): WrittenBody {
  return {
    file,
    head: new Node(file, start, end, null),
    items: items.flatMap(({ key, value, start: keyStart }) => {
      const name = constantText(key);
      if (name === undefined || name === '//' || name === 'dynamic') return [];
      return [{ name, node: new Node(file, value.start, value.end, null, keyStart), value }];
    }),
  };
}

/** In JSON only the schema tells what is a block: the items of a body, with those of them that are. */
export function withBlocks(body: WrittenBody, isBlock: (name: string) => boolean): WrittenBody {
  const { file } = body;
  if (!file.path.endsWith('.json')) return body;
  return {
    file,
    head: body.head,
    items: body.items.map((item) =>
      item.value && isBlock(item.name)
        ? { name: item.name, node: item.node, ...bodiesInJson(file, item.value) }
        : item,
    ),
  };
}
