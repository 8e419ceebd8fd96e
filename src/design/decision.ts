/** Something that could have been done instead, with what it would have meant. */
export interface Option {
  /** as it is written in the blueprint: `per-zone` */
  readonly name: string;
  /** what it is and what speaks for and against it, in a sentence or two */
  readonly summary: string;
  /** US dollars a month for all environments, where known; rounded */
  readonly monthlyUsd?: number;
}

/** One choice about the architecture, as it is told in `docs/decisions/`. */
export interface Decision {
  /** for ever: `compute`; the file is called after it and its number */
  readonly id: string;
  /** what was decided about: `What services run on` */
  readonly title: string;
  /** the facts of the blueprint that count here, in sentences */
  readonly context: readonly string[];
  readonly options: readonly Option[];
  /** name of the option that was taken */
  readonly choice: string;
  /** why it and not the others */
  readonly why: readonly string[];
  /** what follows from it, good and bad */
  readonly consequences: readonly string[];
  /** what would lead to another choice */
  readonly wouldChange: readonly string[];
  /** the key of the blueprint that overrides it: `decisions.nat` */
  readonly key: string;
  /** whether the blueprint says so, rather than Plinth */
  readonly asked: boolean;
}
