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
  /** Terraform variables files inside the folder, named from it or from where the process stands */
  readonly varFiles?: readonly string[];
  readonly vars?: Readonly<Record<string, string>>;
  /** path patterns that are left out */
  readonly exclude?: readonly string[];
  /** check ids, families as `kubernetes/*`, or ids of the same checks in other tools; all where empty */
  readonly only?: readonly string[];
  /** configuration file, named from the folder or from where the process stands; `plinth.config.yaml` where it exists */
  readonly config?: string;
  /** baseline file, named likewise; `plinth.baseline.yaml` where it exists */
  readonly baseline?: string;
  /** folder of checks of one's own, code that is run: named from the folder or from where the process stands */
  readonly ownChecks?: string;
  /** frameworks to hold the verdict against: `pci-dss`, `soc2` */
  readonly compliance?: readonly string[];
  /** also fail parts of the platform, and judge what comes of it */
  readonly simulate?: boolean;
  /** report only what is new since this revision */
  readonly changedSince?: string;
  /** told of each stage as it begins */
  readonly onProgress?: (stage: string) => void;
}

/** What a command prints, and what its process answers. */
export interface Printed {
  /** for standard output */
  readonly out: string;
  /** for standard error: what is to be said about it */
  readonly notes: string;
  readonly code: number;
}

/** Wrong use of Plinth: caught once, at each door. */
export class UserError extends Error {
  override readonly name = 'UserError';

  constructor(
    message: string,
    /** what to do instead */
    readonly hint?: string,
  ) {
    super(message);
  }
}

/** More problems of one file say nothing new, and a broken file can have any number of them. */
const mostOfOneFile = 200;

/** Everything that a run collects along the way. */
export class Problems {
  readonly all: Problem[] = [];
  readonly #seen = new Map<string, Set<string>>();

  readonly add = (problem: Problem): void => {
    const { path, start = '', message } = problem;
    let ofFile = this.#seen.get(path);
    if (!ofFile) {
      ofFile = new Set();
      this.#seen.set(path, ofFile);
    }
    const id = `${start}\0${message}`;
    if (ofFile.size > mostOfOneFile || ofFile.has(id)) return;
    ofFile.add(id);
    if (ofFile.size <= mostOfOneFile) this.all.push(problem);
    else {
      const closing = `there are more than ${mostOfOneFile} problems in this file: the rest of them is not listed`;
      this.all.push({ kind: 'limit', message: closing, path });
    }
  };
}
