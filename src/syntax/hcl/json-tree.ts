import type { Range, SyntaxFault } from './tree.ts';

/** A JSON document as HCL needs it: places, the order of properties, repeated properties, and numbers as written. */
export type JsonValue = JsonObject | JsonArray | JsonString | JsonNumber | JsonConstant;

export interface JsonObject extends Range {
  readonly kind: 'object';
  readonly properties: readonly JsonProperty[];
}
export interface JsonProperty {
  readonly name: JsonString;
  readonly value: JsonValue;
}
export interface JsonArray extends Range {
  readonly kind: 'array';
  readonly items: readonly JsonValue[];
}
/** The range includes the quotes. */
export interface JsonString extends Range {
  readonly kind: 'string';
  readonly text: string;
}
export interface JsonNumber extends Range {
  readonly kind: 'number';
  readonly number: string;
}
export interface JsonConstant extends Range {
  readonly kind: 'constant';
  readonly value: boolean | null;
}

export interface JsonDocument {
  /** `undefined` where the text is no JSON */
  readonly value: JsonValue | undefined;
  readonly errors: readonly SyntaxFault[];
}
