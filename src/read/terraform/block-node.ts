import { Mapping } from '../../model/mapping.ts';
import { Node } from '../../model/node.ts';
import type { Origin } from '../../model/origin.ts';
import type { SourceFile } from '../../model/source-file.ts';
import { Unknown } from '../../model/unknown.ts';
import type { Block } from '../../syntax/hcl/tree.ts';
import type { Binding, Place } from './configuration.ts';
import { constantText } from './constant.ts';
import { keyed } from './expand.ts';
import { ExpressionNode } from './expression-node.ts';
import { numberValue, textValue, type Value } from './language/value.ts';
import { fileOfItem } from './module-source.ts';
import { followStep } from './origins.ts';
import { callSteps, withVia } from './via.ts';
import { attributeOf } from './written.ts';

/** A block: its attributes and nested blocks by name, blocks of one type as a list. Built at first use. */
export class BlockNode extends Node {
  #content: Mapping | undefined;

  constructor(
    file: SourceFile,
    readonly block: Block,
    readonly place: Place,
  ) {
    super(file, block.start, block.end, null);
  }

  override get content(): Mapping {
    this.#content ??= bodyContent(this.file, this.block, this.place);
    return this.#content;
  }

  override origin(): Origin {
    return withVia({ file: this.file, start: this.start, end: this.end }, callSteps(this.place));
  }
}

/** Arguments that are no expressions: what they name has no value, or is a type. */
const verbatim = new Set([
  'provider',
  'providers',
  'depends_on',
  'ignore_changes',
  'replace_triggered_by',
  'configuration_aliases',
]);
const addresses = new Set(['moved', 'removed', 'import']);

function isVerbatim(name: string, around: string): boolean {
  return verbatim.has(name) || (around === 'variable' && name === 'type') || addresses.has(around);
}

/** An argument that is read as it is written. */
class VerbatimNode extends ExpressionNode {
  override get content(): string {
    return this.file.text.slice(this.start, this.end);
  }
}

/** The attributes of a body by name, and its nested blocks as lists by type; dynamic blocks are written out. */
function bodyContent(file: SourceFile, { type: around, body }: Block, place: Place): Mapping {
  const keys: string[] = [];
  const nodes: Node[] = [];
  const blocks = new Map<string, Node[]>();
  const blocksOf = (type: string, block: Block) => {
    let list = blocks.get(type);
    if (!list) {
      list = [];
      blocks.set(type, list);
      keys.push(type);
      nodes.push(new Node(file, block.start, block.end, list));
    }
    return list;
  };
  for (const item of body.items) {
    const home = fileOfItem(item, file);
    if (item.kind === 'attribute') {
      keys.push(item.name);
      nodes.push(
        isVerbatim(item.name, around)
          ? new VerbatimNode(home, item.value, place, item.start)
          : new ExpressionNode(home, item.value, place, item.start),
      );
    } else if (item.type === 'dynamic' && item.labels[0])
      blocksOf(item.labels[0].text, item).push(...writtenOut(home, item, place));
    else blocksOf(item.type, item).push(new BlockNode(home, item, place));
  }
  return new Mapping(keys, nodes);
}

/** The blocks that a dynamic block makes; one of unknown content where its collection cannot be told. */
function writtenOut(file: SourceFile, dynamic: Block, place: Place): Node[] {
  const { items } = dynamic.body;
  const content = items.find((item) => item.kind === 'block' && item.type === 'content') as Block | undefined;
  const each = attributeOf(items, 'for_each');
  if (!content || !each) return [];
  const value = place.instance.configuration.evaluate(file, each.value, place);
  const pairs = pairsOf(value);
  if (!pairs) {
    const reason =
      value.data instanceof Unknown ? value.data.reason : 'for_each of a dynamic block is no collection';
    return [new Node(file, dynamic.start, dynamic.end, new Unknown(reason))];
  }
  const named = attributeOf(items, 'iterator')?.value;
  const iterator =
    named?.kind === 'variable' ? named.name : (named && constantText(named)) || dynamic.labels[0]!.text;
  const { limits } = place.instance.configuration;
  const made: Node[] = [];
  for (const [at, [key, item]] of pairs.entries()) {
    if (!limits.admit('dynamic blocks', { file, block: dynamic })) {
      made.push(new Node(file, dynamic.start, dynamic.end, new Unknown('there are too many dynamic blocks')));
      break;
    }
    const from = followStep(
      { file, expression: each.value, place, what: 'for_each' },
      key.kind === 'string' ? key.text : at,
    );
    const binding: Binding = { key, value: item, ...(from ? { written: from } : {}) };
    const bindings = new Map([...place.bindings, [iterator, binding]]);
    made.push(new BlockNode(file, content, { instance: place.instance, bindings }));
  }
  return made;
}

/** A dynamic block also walks lists, with the position as its key. */
function pairsOf(value: Value): readonly (readonly [Value, Value])[] | undefined {
  if (value.isNull || value.isUnknown) return undefined;
  const pairs = keyed(value);
  if (pairs) return pairs.map(([key, item]) => [textValue(key), item] as const);
  if (!Array.isArray(value.data)) return undefined;
  return value.items.map((item, at) => [value.kind === 'set' ? item : numberValue(at), item] as const);
}
