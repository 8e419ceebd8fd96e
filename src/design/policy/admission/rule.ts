/** What a rule is held against: pods, or what makes pods, or services, or what asks the secret store, or what leads hosts to services. */
export type Subject = 'workloads' | 'services' | 'secrets' | 'entrances';

/** One expression of CEL that has to hold, and what is said where it does not. */
export interface Validation {
  readonly expression: string;
  readonly message: string;
}

/** A rule that the cluster holds each object against before it takes it. */
export interface Rule {
  /** `images`; part of the name of its policy, and of the annotation that excepts from it */
  readonly name: string;
  /** in a sentence, for people */
  readonly about: string;
  readonly subject: Subject;
  readonly validations: readonly Validation[];
  /** a NetworkPolicy of the object's namespace that has to be there; it is `params` in expressions */
  readonly needsPolicy?: string;
  /** checks of `plinth verify` that say the same of files */
  readonly checks: readonly string[];
}
