/**
 * The syntax tree of HCL native syntax. Every node carries its range as offsets into the text, end exclusive;
 * blanks and comments are the text between the ranges, so nothing is lost.
 * Source: the HCL native syntax specification (hashicorp/hcl, hclsyntax/spec.md).
 */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Body extends Range {
  /** attributes and blocks in the order of the source */
  readonly items: readonly (Attribute | Block)[];
}

export interface Attribute extends Range {
  readonly kind: 'attribute';
  /** its range is `start` to `start + name.length`, in JSON syntax too, where a quote stands before it */
  readonly name: string;
  readonly value: Expression;
}

export interface Block extends Range {
  readonly kind: 'block';
  readonly type: string;
  readonly labels: readonly Label[];
  readonly body: Body;
  /** offset of `{`, where the header ends; in JSON syntax of the block's own object, or of what stands in its place */
  readonly open: number;
}

export interface Label extends Range {
  readonly text: string;
}

export interface Comment extends Range {}

export type Expression =
  | Literal
  | Template
  | Tuple
  | ObjectConstructor
  | Variable
  | GetAttribute
  | Index
  | Splat
  | Call
  | Conditional
  | Unary
  | Binary
  | For
  | Parenthesised
  | Broken;

/** A number, `true`, `false` or `null`. A quoted string without interpolation is a `Template` of one text part. */
export interface Literal extends Range {
  readonly kind: 'literal';
  /** a number is kept as written, to lose no digit */
  readonly value: null | boolean | { readonly number: string };
}

/** A quoted string or a heredoc. */
export interface Template extends Range {
  readonly kind: 'template';
  readonly parts: readonly TemplatePart[];
  readonly heredoc?: 'plain' | 'indented';
}

export type TemplatePart = TextPart | Interpolation | IfDirective | ForDirective;

/** Literal text with escapes resolved, `~` trimmed and (in `<<-`) indentation taken off; the range is that of the raw text. */
export interface TextPart extends Range {
  readonly kind: 'text';
  readonly text: string;
}
export interface Interpolation extends Range {
  readonly kind: 'interpolation';
  readonly value: Expression;
}
export interface IfDirective extends Range {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly then: readonly TemplatePart[];
  readonly else: readonly TemplatePart[];
}
export interface ForDirective extends Range {
  readonly kind: 'for-directive';
  readonly key?: string;
  readonly value: string;
  readonly collection: Expression;
  readonly body: readonly TemplatePart[];
}

export interface Tuple extends Range {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
}

export interface ObjectConstructor extends Range {
  readonly kind: 'object';
  readonly items: readonly ObjectItem[];
}
export interface ObjectItem extends Range {
  /** a bare identifier is a `Template` of one text part; `(expr)` is `Parenthesised`, so that `(var.x)` and `x` differ */
  readonly key: Expression;
  readonly value: Expression;
}

/** The root name of a traversal: `var`, `aws_vpc`, `each`. */
export interface Variable extends Range {
  readonly kind: 'variable';
  readonly name: string;
}
/** `.name`; also the legacy `.0`, whose name is digits. */
export interface GetAttribute extends Range {
  readonly kind: 'attribute-access';
  readonly of: Expression;
  readonly name: string;
}
export interface Index extends Range {
  readonly kind: 'index';
  readonly of: Expression;
  readonly key: Expression;
}
/** `of.*.a.b` (attribute only) or `of[*].a[0]` (full): `each` is evaluated once for each item, which it names by a `Variable` called `*`. */
export interface Splat extends Range {
  readonly kind: 'splat';
  readonly of: Expression;
  readonly full: boolean;
  readonly each: Expression;
}
export interface Call extends Range {
  readonly kind: 'call';
  /** also namespaced: `provider::aws::arn_parse` */
  readonly name: string;
  readonly args: readonly Expression[];
  /** the last argument is followed by `...` */
  readonly expand: boolean;
}
export interface Conditional extends Range {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly then: Expression;
  readonly else: Expression;
}
export interface Unary extends Range {
  readonly kind: 'unary';
  readonly operator: '!' | '-';
  readonly operand: Expression;
}
export interface Binary extends Range {
  readonly kind: 'binary';
  readonly operator: '||' | '&&' | '==' | '!=' | '<' | '>' | '<=' | '>=' | '+' | '-' | '*' | '/' | '%';
  readonly left: Expression;
  readonly right: Expression;
}
export interface For extends Range {
  readonly kind: 'for';
  readonly keyName?: string;
  readonly valueName: string;
  readonly collection: Expression;
  /** set for an object: `{for k, v in c : key => value}` */
  readonly key?: Expression;
  readonly value: Expression;
  readonly condition?: Expression;
  /** `value...` groups by key */
  readonly group: boolean;
}
export interface Parenthesised extends Range {
  readonly kind: 'parenthesised';
  readonly inner: Expression;
}
/** Where the parser could not go on: it evaluates to unknown, and the error stands in `SyntaxTree.errors`. */
export interface Broken extends Range {
  readonly kind: 'broken';
}

export interface SyntaxFault extends Range {
  /** what is wrong and what would be right */
  readonly message: string;
}

export interface SyntaxTree {
  readonly body: Body;
  readonly errors: readonly SyntaxFault[];
  /** in order, without those in what was passed over after an error; made on demand from noted offsets */
  comments(): readonly Comment[];
}
