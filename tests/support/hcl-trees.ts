import fc from 'fast-check';
import type {
  Attribute,
  Block,
  Body,
  Expression,
  Template,
  TemplatePart,
} from '../../src/syntax/hcl/tree.ts';

const range = { start: 0, end: 0 } as const;
const operators = ['||', '&&', '==', '!=', '<', '>', '<=', '>=', '+', '-', '*', '/', '%'] as const;
const levels = [1, 2, 3, 3, 4, 4, 4, 4, 5, 5, 6, 6, 6] as const;

/** How tightly an expression holds together: 0 a conditional, 1 to 6 the binary operators, 7 unary, 8 what needs no parentheses. */
function tightness(node: Expression): number {
  if (node.kind === 'conditional') return 0;
  if (node.kind === 'binary') return levels[operators.indexOf(node.operator)]!;
  return node.kind === 'unary' ? 7 : 8;
}

function parenthesise(inner: Expression): Expression {
  return { ...range, kind: 'parenthesised', inner };
}

function fit(node: Expression, least: number): Expression {
  return tightness(node) < least ? parenthesise(node) : node;
}

/** What something may follow: a number would grow, a splat would swallow it. */
function base(node: Expression): Expression {
  return node.kind === 'splat' || node.kind === 'literal' ? parenthesise(node) : fit(node, 8);
}

const name = fc.constantFrom('a', 'b-c', 'var', 'each', '_x', 'été', 'Ω1');
const number = fc.constantFrom('0', '7', '12.50', '1e3', '2E-7', '3.14159265358979323846264338327950288');
const text = fc.oneof(
  fc.string({ maxLength: 6, unit: 'grapheme' }),
  fc.constantFrom('$', '${', '%{', '$$${', '"', '\\', ' \n\t\r', '}', '~', '#'),
);

const variable = name.map((n): Expression => ({ ...range, kind: 'variable', name: n }));
const literal = fc
  .oneof(
    number.map((digits) => ({ number: digits })),
    fc.constantFrom(true, false, null),
  )
  .map((value): Expression => ({ ...range, kind: 'literal', value }));

/** Joins neighbouring texts, and gives what is empty its empty text, as reading does. */
function tidy(parts: readonly TemplatePart[], isWhole: boolean): TemplatePart[] {
  const tidied: TemplatePart[] = [];
  for (const part of parts) {
    const last = tidied.at(-1);
    if (part.kind === 'text' && part.text === '') continue;
    if (part.kind === 'text' && last?.kind === 'text')
      tidied[tidied.length - 1] = { ...last, text: last.text + part.text };
    else tidied.push(part);
  }
  return tidied.length === 0 && isWhole ? [{ ...range, kind: 'text', text: '' }] : tidied;
}

const line = fc
  .array(
    fc.oneof(
      fc
        .constantFrom('x ', 'EOT ', '"\\n"', '  ', '$ ', '%{')
        .map((t): TemplatePart => ({ ...range, kind: 'text', text: t })),
      fc.oneof(variable, literal).map((value): TemplatePart => ({ ...range, kind: 'interpolation', value })),
    ),
    { maxLength: 3 },
  )
  .map((parts): TemplatePart[] => [
    ...(parts.length === 0 ? [] : [{ ...range, kind: 'text', text: '.' } as const, ...parts]),
    { ...range, kind: 'text', text: '\n' },
  ]);

const heredoc = fc
  .tuple(fc.constantFrom('plain', 'indented'), fc.array(line, { maxLength: 4 }))
  .map(
    ([kind, lines]): Template =>
      ({ ...range, kind: 'template', parts: tidy(lines.flat(), true), heredoc: kind }) as Template,
  );

/** Expressions of every kind that can be written, nested at random. */
export const expression: fc.Arbitrary<Expression> = fc.letrec<{
  node: Expression;
  parts: TemplatePart[];
  quoted: Template;
}>((tie) => {
  const node = tie('node');
  const optional = fc.option(name, { nil: undefined });
  const steps = fc.array(
    fc.oneof(
      fc.oneof(name, fc.constant('0')).map(
        (n) =>
          (of: Expression): Expression => ({ ...range, kind: 'attribute-access', of, name: n }),
      ),
      node.map(
        (key) =>
          (of: Expression): Expression => ({ ...range, kind: 'index', of, key }),
      ),
    ),
    { maxLength: 3 },
  );
  const names = fc.array(fc.oneof(name, fc.constant('0')), { maxLength: 2 });
  const star: Expression = { ...range, kind: 'variable', name: '*' };
  const key = fc.oneof(
    name.map(
      (n): Expression => ({ ...range, kind: 'template', parts: [{ ...range, kind: 'text', text: n }] }),
    ),
    tie('quoted'),
    node.map(parenthesise),
    number.map((digits): Expression => ({ ...range, kind: 'literal', value: { number: digits } })),
  );
  return {
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      variable,
      literal,
      tie('quoted'),
      heredoc.map(parenthesise),
      fc.tuple(fc.nat(12), node, node).map(([at, left, right]): Expression => {
        const operator = operators[at]!;
        return {
          ...range,
          kind: 'binary',
          operator,
          left: fit(left, levels[at]!),
          right: fit(right, levels[at]! + 1),
        };
      }),
      fc
        .tuple(fc.constantFrom('!', '-'), node)
        .map(([operator, of]) => ({ ...range, kind: 'unary', operator, operand: fit(of, 7) }) as Expression),
      fc.tuple(node, node, node).map(
        ([condition, a, b]): Expression => ({
          ...range,
          kind: 'conditional',
          condition: fit(condition, 1),
          ...branches(a, b),
        }),
      ),
      fc.array(node, { maxLength: 3 }).map((items): Expression => ({ ...range, kind: 'tuple', items })),
      fc.array(fc.record({ key, value: node }), { maxLength: 3 }).map(
        (items): Expression => ({
          ...range,
          kind: 'object',
          items: items.map((item) => ({ ...range, ...item })),
        }),
      ),
      fc
        .tuple(node, steps)
        .map(([of, all]) => all.reduce<Expression>((inner, step) => step(inner), base(of))),
      fc.tuple(node, steps).map(
        ([of, all]): Expression => ({
          ...range,
          kind: 'splat',
          of: base(of),
          full: true,
          each: all.reduce<Expression>((inner, step) => step(inner), star),
        }),
      ),
      fc.tuple(node, names).map(
        ([of, all]): Expression => ({
          ...range,
          kind: 'splat',
          of: base(of),
          full: false,
          each: all.reduce<Expression>(
            (inner, n) => ({ ...range, kind: 'attribute-access', of: inner, name: n }),
            star,
          ),
        }),
      ),
      fc
        .tuple(fc.constantFrom('f', 'a::b', 'provider::x::y'), fc.array(node, { maxLength: 3 }), fc.boolean())
        .map(
          ([n, args, expand]): Expression => ({
            ...range,
            kind: 'call',
            name: n,
            args,
            expand: expand && args.length > 0,
          }),
        ),
      fc
        .record({
          keyName: optional,
          valueName: name,
          collection: node,
          value: node,
          condition: fc.option(node, { nil: undefined }),
        })
        .map((loop): Expression => ({ ...range, kind: 'for', ...defined(loop), group: false }) as Expression),
      fc
        .record({
          keyName: optional,
          valueName: name,
          collection: node,
          key: node,
          value: node,
          condition: fc.option(node, { nil: undefined }),
          group: fc.boolean(),
        })
        .map((loop): Expression => ({ ...range, kind: 'for', ...defined(loop) }) as Expression),
      node.map(parenthesise),
    ),
    quoted: tie('parts').map((parts): Template => ({ ...range, kind: 'template', parts: tidy(parts, true) })),
    parts: fc.array(
      fc.oneof(
        { depthSize: 'small' },
        text.map((t): TemplatePart => ({ ...range, kind: 'text', text: t })),
        node.map((value): TemplatePart => ({ ...range, kind: 'interpolation', value })),
        fc.tuple(node, tie('parts'), tie('parts')).map(
          ([condition, a, b]): TemplatePart => ({
            ...range,
            kind: 'if',
            condition,
            ...branches(tidy(a, false), tidy(b, false)),
          }),
        ),
        fc.record({ key: optional, value: name, collection: node, body: tie('parts') }).map(
          ({ body, ...loop }): TemplatePart =>
            ({
              ...range,
              kind: 'for-directive',
              ...defined(loop),
              body: tidy(body, false),
            }) as TemplatePart,
        ),
      ),
      { maxLength: 3 },
    ),
  };
}).node;

function branches<T>(a: T, b: T): { readonly then: T; readonly else: T } {
  // biome-ignore lint/suspicious/noThenProperty: the branch of a condition is never a function, so this is no promise
  return { then: a, else: b };
}

function defined<T extends object>(record: T): Partial<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Partial<T>;
}

const attribute = fc
  .record({ name, value: fc.oneof({ weight: 5, arbitrary: expression }, { weight: 1, arbitrary: heredoc }) })
  .map((parts): Attribute => ({ ...range, kind: 'attribute', ...parts }));

/** Bodies of whole files. */
export const file: fc.Arbitrary<Body> = fc.letrec<{ body: Body; block: Block }>((tie) => ({
  body: fc
    .array(fc.oneof({ depthSize: 'small' }, attribute, tie('block')), { maxLength: 5 })
    .map((items): Body => ({ ...range, items: once(items) })),
  block: fc.record({ type: name, labels: fc.array(text, { maxLength: 2 }), body: tie('body') }).map(
    ({ type, labels, body }): Block => ({
      ...range,
      kind: 'block',
      type,
      labels: labels.map((t) => ({ ...range, text: t })),
      body,
      open: 0,
    }),
  ),
})).body;

/** Without attributes that an earlier one has the name of. */
function once(items: readonly (Attribute | Block)[]): (Attribute | Block)[] {
  const seen = new Set<string>();
  return items.filter((item) => item.kind === 'block' || (!seen.has(item.name) && seen.add(item.name)));
}
