import type { Expression, TemplatePart } from '../../syntax/hcl/tree.ts';

/** A traversal by its leading names, at most three unless asked for more: `data`, `aws_ami`, `base` of `data.aws_ami.base.id`. */
export class Mention {
  constructor(readonly names: readonly string[]) {}

  /** `aws_vpc.main`: the first two, put together once for all instances of a block */
  get pair(): string {
    this.firstTwo ??= `${this.names[0]}.${this.names[1]}`;
    return this.firstTwo;
  }
  private firstTwo: string | undefined;

  /** `aws_ami.base` of `data.aws_ami.base`: what follows the first */
  get inner(): string {
    this.lastTwo ??= `${this.names[1]}.${this.names[2]}`;
    return this.lastTwo;
  }
  private lastTwo: string | undefined;
}

/** Collects the traversals of expressions; index keys of `module.x[…].y` are skipped. */
export class MentionWalk {
  readonly found: Mention[] = [];
  /** names that `for` gives a meaning to */
  bound: Set<string> | undefined;

  /** @param depth how many leading names are kept */
  constructor(private readonly depth = 3) {}

  expression(expression: Expression): void {
    switch (expression.kind) {
      case 'literal':
      case 'broken':
        return;
      case 'template':
        for (const part of expression.parts) if (part.kind !== 'text') this.part(part);
        return;
      case 'variable':
      case 'attribute-access':
      case 'index':
      case 'splat':
        this.traversal(expression);
        return;
      case 'tuple':
        for (const item of expression.items) this.expression(item);
        return;
      case 'object':
        for (const { key, value } of expression.items) {
          if (key.kind === 'parenthesised' || key.kind === 'template') this.expression(key);
          this.expression(value);
        }
        return;
      case 'call':
        for (const argument of expression.args) this.expression(argument);
        return;
      case 'conditional':
        this.expression(expression.condition);
        this.expression(expression.then);
        this.expression(expression.else);
        return;
      case 'unary':
        this.expression(expression.operand);
        return;
      case 'binary':
        this.expression(expression.left);
        this.expression(expression.right);
        return;
      case 'for':
        this.bind(expression.keyName, expression.valueName);
        this.expression(expression.collection);
        if (expression.key) this.expression(expression.key);
        this.expression(expression.value);
        if (expression.condition) this.expression(expression.condition);
        return;
      case 'parenthesised':
        this.expression(expression.inner);
    }
  }

  private traversal(expression: Expression): void {
    // from the last name to the first
    const names: string[] = [];
    let at = expression;
    for (;;) {
      if (at.kind === 'attribute-access') {
        names.push(at.name);
        at = at.of;
      } else if (at.kind === 'index') {
        this.expression(at.key);
        at = at.of;
      } else if (at.kind === 'splat') {
        this.splat(at.each, names);
        at = at.of;
      } else break;
    }
    if (at.kind === 'variable') {
      names.push(at.name);
      this.found.push(new Mention(names.reverse().slice(0, this.depth)));
    } else this.expression(at);
  }

  /** What a splat takes of each item belongs to the names behind it; all else in it is mentioned by itself. */
  private splat(each: Expression, names: string[]): void {
    const inner = new MentionWalk(this.depth);
    inner.expression(each);
    for (const mention of inner.found) {
      if (mention.names[0] === '*') names.push(...mention.names.slice(1).reverse());
      else this.found.push(mention);
    }
    if (inner.bound) this.bind(...inner.bound);
  }

  private part(part: TemplatePart): void {
    switch (part.kind) {
      case 'interpolation':
        this.expression(part.value);
        return;
      case 'if':
        this.expression(part.condition);
        for (const inner of part.then) this.part(inner);
        for (const inner of part.else) this.part(inner);
        return;
      case 'for-directive':
        this.bind(part.key, part.value);
        this.expression(part.collection);
        for (const inner of part.body) this.part(inner);
    }
  }

  private bind(...names: readonly (string | undefined)[]): void {
    this.bound ??= new Set();
    for (const name of names) if (name !== undefined) this.bound.add(name);
  }
}
