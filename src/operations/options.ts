import type { Severity } from '../model/dimension.ts';
import type { Problem } from '../model/problem.ts';

/** What a user may say about a run; everything has a default, and the configuration file lies below it. */
export interface VerifyOptions {
  /** findings at or above it fail the run */
  readonly failOn?: Severity | 'none';
  /** `1.33`: the version whose API schemas manifests are held against */
  readonly kubernetesVersion?: string;
  /** render overlays and charts with the tools found on PATH; default true */
  readonly render?: boolean;
  readonly varFiles?: readonly string[];
  readonly vars?: Readonly<Record<string, string>>;
  /** path patterns that are left out */
  readonly exclude?: readonly string[];
  /** check ids, or families as `kubernetes/*`; all where empty */
  readonly only?: readonly string[];
  /** configuration file, relative to the folder; `plinth.config.yaml` where it exists */
  readonly config?: string;
  /** baseline file, relative to the folder */
  readonly baseline?: string;
  /** report only what is new since this revision */
  readonly changedSince?: string;
  /** told of each stage as it begins */
  readonly onProgress?: (stage: string) => void;
}

/** Wrong use of Plinth: caught once, at each door. */
export class UserError extends Error {
  constructor(
    message: string,
    /** what to do instead */
    readonly hint?: string,
  ) {
    super(message);
  }
}

/** Everything that a run collects along the way. */
export class Problems {
  readonly all: Problem[] = [];
  readonly #seen = new Set<string>();

  readonly add = (problem: Problem): void => {
    const id = `${problem.path}\0${problem.start ?? ''}\0${problem.message}`;
    if (this.#seen.has(id)) return;
    this.#seen.add(id);
    this.all.push(problem);
  };
}
