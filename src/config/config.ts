import type { Dimension, Severity } from '../model/dimension.ts';
import type { Node } from '../model/node.ts';
import type { SimulationSettings } from './simulation.ts';

/** What a repository says about how it wants to be judged: `plinth.config.yaml`, with every default filled in. */
export interface Config {
  /** findings of this severity and worse make the run fail */
  readonly failOn: Severity | 'none';
  /** the run also fails where something could not be read */
  readonly failOnIncomplete: boolean;
  /** the version whose API schemas manifests are held against: `1.33`; the product's own default where absent */
  readonly kubernetesVersion?: string;
  /** path patterns of the files that are looked at; empty means all */
  readonly include: readonly string[];
  /** path patterns of files that are left out, also where `include` names them */
  readonly exclude: readonly string[];
  /** rules by check id or `family/*` */
  readonly checks: Readonly<Record<string, CheckRule>>;
  /** environments by path pattern */
  readonly environments: Readonly<Record<string, EnvironmentRule>>;
  readonly terraform: {
    /** variable files, relative to the repository */
    readonly varFiles: readonly string[];
    /** values as `--var` takes them: what is not a scalar is written as JSON, which Terraform reads */
    readonly vars: Readonly<Record<string, string>>;
  };
  /** path of the baseline file, relative to the repository */
  readonly baseline: string;
  readonly suppressions: readonly ConfiguredSuppression[];
  /** checks of one's own that are an expression */
  readonly ownChecks: readonly ExpressionRule[];
  /** what a simulation takes where the repository does not say */
  readonly simulation?: SimulationSettings;
  /** the document it was read from, to point at; absent for the defaults */
  readonly source?: Node;
}

export interface CheckRule {
  /** `off`: the check does not run */
  readonly severity?: Severity | 'off';
  /** path patterns outside of which its findings do not count; everywhere where absent */
  readonly paths?: readonly string[];
}

export interface EnvironmentRule {
  readonly name: string;
  /** judged by the name where absent */
  readonly production?: boolean;
}

/** Findings that are accepted for a reason, by check and by where they are. */
export interface ConfiguredSuppression {
  /** id of a check, or `family/*` */
  readonly check: string;
  /** pattern of an address: `*` stands for any text */
  readonly resource?: string;
  /** path pattern */
  readonly path?: string;
  readonly reason: string;
  readonly owner?: string;
  /** last day on which it holds, `2026-03-31` */
  readonly expires?: string;
  readonly source: Node;
}

/** A check that is an expression in CEL. https://github.com/google/cel-spec */
export interface ExpressionRule {
  /** `own/name`, or another family */
  readonly id: string;
  readonly title: string;
  readonly dimension: Dimension;
  readonly severity: Severity;
  readonly why?: string;
  /** types of the resources it looks at */
  readonly resources: readonly string[];
  /** which of them; all where absent */
  readonly when?: string;
  /** what must hold */
  readonly assert: string;
  /** what is wrong and what to do; the title where absent */
  readonly message?: string;
  readonly controls?: readonly string[];
  readonly sameAs?: readonly string[];
  readonly source: Node;
}

/** What holds where there is no configuration file. */
export const defaultConfig: Config = {
  failOn: 'high',
  failOnIncomplete: false,
  include: [],
  exclude: [],
  checks: {},
  environments: {},
  terraform: { varFiles: [], vars: {} },
  baseline: 'plinth.baseline.yaml',
  suppressions: [],
  ownChecks: [],
};

/** Where the configuration is looked for, relative to the repository. */
export const configPaths = ['plinth.config.yaml', 'plinth.config.yml'] as const;
