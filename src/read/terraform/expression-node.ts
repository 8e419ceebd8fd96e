import { Mapping } from '../../model/mapping.ts';
import { type Content, Node } from '../../model/node.ts';
import type { Origin, Step } from '../../model/origin.ts';
import type { SourceFile } from '../../model/source-file.ts';
import { Unknown } from '../../model/unknown.ts';
import type { Expression } from '../../syntax/hcl/tree.ts';
import type { Definition, Place } from './configuration.ts';
import { constantText } from './constant.ts';
import { plainNumber } from './language/to-content.ts';
import type { Value } from './language/value.ts';
import { followChain, followStep, type Key, keyText } from './origins.ts';
import { callSteps, withVia } from './via.ts';

/** An expression and what it evaluates to. What is written out keeps its parts' places; all else is evaluated at first use. */
export class ExpressionNode extends Node {
  #content: Content | undefined;

  constructor(
    file: SourceFile,
    readonly expression: Expression,
    readonly place: Place,
    keyStart: number = expression.start,
  ) {
    super(file, expression.start, expression.end, null, keyStart);
  }

  override get content(): Content {
    if (this.#content === undefined) this.#content = this.evaluate();
    return this.#content;
  }

  get definition(): Definition {
    return { file: this.file, expression: this.expression, place: this.place, what: 'here' };
  }

  override origin(): Origin {
    return originOf(this.definition, this.keyStart);
  }

  override source(): Node | undefined {
    const chain = followChain(this.definition);
    const last = chain.at(-1)!;
    return chain.length === 1 ? this : new ExpressionNode(last.file, last.expression, last.place);
  }

  private evaluate(): Content {
    const { file, expression, place } = this;
    switch (expression.kind) {
      case 'literal':
        return typeof expression.value === 'object' && expression.value !== null
          ? Number(expression.value.number)
          : expression.value;
      case 'template':
        return constantText(expression) ?? this.evaluated();
      case 'parenthesised':
        return new ExpressionNode(file, expression.inner, place).content;
      case 'tuple':
        return expression.items.map((item) => new ExpressionNode(file, item, place));
      case 'object': {
        const keys = expression.items.map(({ key }) => keyText(key));
        if (keys.includes(undefined) || new Set(keys).size < keys.length) return this.evaluated();
        const nodes = expression.items.map((item) => new ExpressionNode(file, item.value, place, item.start));
        return new Mapping(keys as string[], nodes);
      }
      case 'conditional': {
        const condition = place.instance.configuration.evaluate(file, expression.condition, place);
        if (condition.isUnknown || condition.isNull || condition.kind !== 'bool') return this.evaluated();
        return new ExpressionNode(file, condition.flag ? expression.then : expression.else, place).content;
      }
      default:
        return this.evaluated();
    }
  }

  private evaluated(): Content {
    return contentOf(
      this.place.instance.configuration.evaluate(this.file, this.expression, this.place),
      this,
      this.definition,
    );
  }
}

/** A part of an evaluated value. It stands where the whole stands, unless the part itself is written out somewhere. */
class PartNode extends Node {
  #content: Content | undefined;

  constructor(
    whole: Node,
    private readonly value: Value,
    private readonly definition: Definition,
    private readonly key: Key,
  ) {
    super(whole.file, whole.start, whole.end, null, whole.keyStart);
  }

  override get content(): Content {
    if (this.#content === undefined)
      this.#content = contentOf(this.value, this, this.found ?? this.definition);
    return this.#content;
  }

  override origin(): Origin {
    return originOf(this.found ?? this.definition, this.keyStart);
  }

  override source(): Node | undefined {
    const { found } = this;
    return found && new ExpressionNode(found.file, found.expression, found.place).source();
  }

  private get found(): Definition | undefined {
    return followStep(this.definition, this.key);
  }
}

function contentOf(value: Value, whole: Node, definition: Definition): Content {
  const { data } = value;
  if (data === null || data instanceof Unknown || typeof data === 'boolean' || typeof data === 'string')
    return data;
  if (Array.isArray(data))
    return (data as readonly Value[]).map((part, at) => new PartNode(whole, part, definition, at));
  if (data instanceof Map) {
    const entries = [...(data as ReadonlyMap<string, Value>)];
    return new Mapping(
      entries.map(([key]) => key),
      entries.map(([key, part]) => new PartNode(whole, part, definition, key)),
    );
  }
  return plainNumber(value.number);
}

function originOf(definition: Definition, keyStart: number): Origin {
  const chain = followChain(definition);
  const last = chain.at(-1)!;
  if (chain.length === 1) {
    const { expression, file } = definition;
    return withVia({ file, start: keyStart, end: expression.end }, callSteps(definition.place));
  }
  const steps = chain.slice(0, -1).map(
    ({ what, file, expression }): Step => ({
      what: what === 'here' ? 'used here' : what,
      file,
      start: expression.start,
      end: expression.end,
    }),
  );
  return withVia({ file: last.file, start: last.expression.start, end: last.expression.end }, [...steps]);
}
