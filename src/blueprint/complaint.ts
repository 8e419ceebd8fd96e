/** What is wrong with a blueprint, and at which key. */
export interface Complaint {
  readonly path: readonly (string | number)[];
  /** what is wrong, why it matters, what to do */
  readonly message: string;
}
