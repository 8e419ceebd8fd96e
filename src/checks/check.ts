import type { Graph } from '../graph/graph.ts';
import type { Selector, Subject } from '../graph/selector.ts';
import type { Dimension, Severity } from '../model/dimension.ts';
import type { Fix } from '../model/edit.ts';
import type { Node } from '../model/node.ts';

/** One way in which a subject falls short. */
export interface Fault {
  /** what is wrong with this one, why it matters here, what to do; never the value of a secret */
  readonly message: string;
  /** where a person would look; the subject's node by default */
  readonly at?: Node;
  /** tells several faults of one subject apart (a port, a key): stable when lines move */
  readonly key?: string;
  readonly fix?: Fix;
  /** only where this fault weighs differently from the check's own severity */
  readonly severity?: Severity;
}

/** Files of a small repository by path; a single text stands for one file of the check's usual kind. */
export type Example = string | Readonly<Record<string, string>>;

export interface Check<S extends Subject = Subject> {
  /** the path below `checks/` without its ending, for ever: `kubernetes/memory-limit-missing` */
  readonly id: string;
  /** names the defect in a few words, without a full stop: `Container without a memory limit` */
  readonly title: string;
  readonly dimension: Dimension;
  readonly severity: Severity;
  /** why it matters and what to do instead, two to four sentences for the reference page */
  readonly why: string;
  /** ids of the same check in other tools: `checkov:CKV_K8S_13`, `trivy:KSV-0018`, `kube-linter:unset-memory-requirements` */
  readonly sameAs?: readonly string[];
  /** controls it serves: `cis-kubernetes:5.2.6`, `pci-dss:1.3.1`, `soc2:CC6.6` */
  readonly controls?: readonly string[];
  /** where the rule or figure comes from */
  readonly sources?: readonly string[];
  readonly visits: Selector<S>;
  /**
   * Faults of one subject; nothing where it is sound.
   * Reading an unknown value through a node ends the judgement as undecided.
   */
  judge(subject: S, graph: Graph): Fault | readonly Fault[] | undefined;
  readonly examples: { readonly bad: Example; readonly good: Example };
}

/** Declares a check. It exists for the types: what `judge` gets is what `visits` finds. */
export function check<S extends Subject>(definition: Check<S>): Check<S> {
  return definition;
}

/** A check whose subject is forgotten, as the runner holds them side by side. */
// biome-ignore lint/suspicious/noExplicitAny: a check of any subject; only the runner pairs it with what its own selector finds
export type AnyCheck = Check<any>;
