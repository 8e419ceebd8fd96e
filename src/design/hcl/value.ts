/** Something that is written as it is: a reference, a call, an operation. */
export class Raw {
  constructor(readonly text: string) {}
}

/** A text with `${…}` in it that is to be evaluated. */
export class Template {
  constructor(readonly text: string) {}
}

/** A list or map that is written over several lines, however short it is. */
export class Tall {
  constructor(readonly value: HclList | HclMap) {}
}

export type HclList = readonly HclValue[];
export interface HclMap {
  readonly [key: string]: HclValue | undefined;
}
/** A plain text is quoted, and nothing in it is evaluated. A key of a map whose value is `undefined` is left out. */
export type HclValue = string | number | boolean | null | Raw | Template | Tall | HclList | HclMap;

/** `var.name`, `aws_vpc.this.id`, `merge(var.tags, { … })`: written as it is. */
export function raw(text: string): Raw {
  return new Raw(text);
}

/** `"${var.env}-orders"`: quoted, and evaluated. */
export function template(text: string): Template {
  return new Template(text);
}

/** Over several lines in any case. */
export function tall(value: HclList | HclMap): Tall {
  return new Tall(value);
}
