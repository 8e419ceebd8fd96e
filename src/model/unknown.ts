import type { Node } from './node.ts';

/** A value that cannot be told from the repository alone. */
export class Unknown {
  constructor(
    /** completes "not known because …": `data.aws_ami.base is read at apply time` */
    readonly reason: string,
    /** whether it is certain that there will be a value (never null), as for the id of a managed resource */
    readonly present: boolean = false,
    /** addresses of the resources that it will come from */
    readonly references: readonly string[] = [],
  ) {}
}

/**
 * Thrown when a check reads an unknown value, so that no check can mistake unknown for absent.
 * Deliberately not an Error: it is control flow, caught once for each subject, and must stay cheap.
 */
export class Undecided {
  constructor(
    readonly node: Node,
    readonly reason: string,
  ) {}
}
