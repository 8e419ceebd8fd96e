/**
 * Why a conversion, an operation or a function gives no value. Deliberately not an Error: it is thrown as
 * control flow inside this folder, turned into a diagnostic by the evaluator, and must stay cheap.
 */
export class Failure {
  constructor(
    /** what is wrong, without a full stop; never holds a sensitive value */
    readonly message: string,
    /** position of the argument that is to blame, where one is */
    readonly argument?: number,
  ) {}

  /** The same trouble seen from around it: `element 2: a number is required`. */
  within(step: string): Failure {
    return new Failure(`${step}: ${this.message}`, this.argument);
  }

  /** The same trouble, blamed on an argument. */
  of(argument: number): Failure {
    return new Failure(this.message, argument);
  }
}

/** Throws a {@link Failure}. */
export function fail(message: string, argument?: number): never {
  throw new Failure(message, argument);
}
