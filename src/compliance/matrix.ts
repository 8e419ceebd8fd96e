import type { AnyCheck } from '../checks/check.ts';
import type { Tally } from '../verdict/judge.ts';
import { controlsOf } from './crosswalk.ts';
import type { Control, Framework } from './framework.ts';

/** A finding as far as it counts here. */
export interface CountedFinding {
  readonly check: string;
  readonly file: string;
  readonly startLine: number;
}

/** How a repository stands to every control of a framework. */
export interface ControlMatrix {
  readonly framework: string;
  readonly title: string;
  readonly edition: string;
  readonly source: string;
  readonly counts: Readonly<Record<ControlStatus, number>>;
  readonly controls: readonly ControlVerdict[];
}

/** `not-covered` where no check serves it or nothing in the repository is judged by one: never a pass. */
export const controlStatuses = ['not-met', 'undecided', 'met', 'not-covered'] as const;
export type ControlStatus = (typeof controlStatuses)[number];

export interface ControlVerdict {
  readonly control: string;
  readonly asks: string;
  readonly status: ControlStatus;
  /** why it is undecided or not covered, and what was accepted */
  readonly note?: string;
  /** checks that serve it and had something to judge */
  readonly checks: readonly string[];
  readonly examined: number;
  readonly findings: number;
  readonly undecided: number;
  /** findings that a suppression or the baseline accepts */
  readonly accepted: number;
  /** where the first findings are */
  readonly places: readonly { readonly file: string; readonly line: number; readonly check: string }[];
}

/** What a run found, as far as controls need it. */
export interface Evidence {
  /** every check there is, also of sources that the repository has not */
  readonly catalogue: readonly AnyCheck[];
  readonly tallies: readonly Tally[];
  /** open findings, the worst first */
  readonly findings: readonly CountedFinding[];
  /** suppressed or in the baseline */
  readonly accepted: readonly CountedFinding[];
}

const mostPlaces = 3;

/** Holds the evidence of a run against each control of a framework. */
export function matrixOf(framework: Framework, evidence: Evidence): ControlMatrix {
  const serving = new Map<string, AnyCheck[]>();
  for (const check of evidence.catalogue)
    for (const control of controlsOf(check)) {
      const list = serving.get(control);
      if (list) list.push(check);
      else serving.set(control, [check]);
    }
  const verdicts = framework.controls.map((control) =>
    verdictOn(control, servantsOf(framework, control, serving), evidence),
  );
  const counts = Object.fromEntries(controlStatuses.map((status) => [status, 0])) as Record<
    ControlStatus,
    number
  >;
  for (const { status } of verdicts) counts[status]++;
  const { id, title, edition, source } = framework;
  return { framework: id, title, edition, source, counts, controls: verdicts };
}

/** Whether an id as a check writes it means a control or a part of it: `pci-dss:10.2.1.2` is a part of `10.2.1`. */
export function meansControl(framework: Framework, control: Control, written: string): boolean {
  const whole = `${framework.id}:${control.id}`;
  return written === whole || written.startsWith(`${whole}.`) || written.startsWith(`${whole}(`);
}

function servantsOf(
  framework: Framework,
  control: Control,
  serving: ReadonlyMap<string, readonly AnyCheck[]>,
): readonly AnyCheck[] {
  const closest = (written: string) =>
    !framework.controls.some(
      (other) => other.id.length > control.id.length && meansControl(framework, other, written),
    );
  return [
    ...new Set(
      [...serving].flatMap(([written, checks]) =>
        meansControl(framework, control, written) && closest(written) ? checks : [],
      ),
    ),
  ];
}

function verdictOn(control: Control, servants: readonly AnyCheck[], evidence: Evidence): ControlVerdict {
  const ids = new Set(servants.map(({ id }) => id));
  const tallies = evidence.tallies.filter(({ check, examined }) => ids.has(check.id) && examined > 0);
  const findings = evidence.findings.filter(({ check }) => ids.has(check));
  const accepted = evidence.accepted.filter(({ check }) => ids.has(check)).length;
  const examined = tallies.reduce((sum, tally) => sum + tally.examined, 0);
  const undecided = tallies.reduce((sum, tally) => sum + tally.undecided, 0);
  const status =
    findings.length > 0 ? 'not-met' : examined === 0 ? 'not-covered' : undecided > 0 ? 'undecided' : 'met';
  const note = noteOn(status, { control, servants: servants.length, examined, undecided, accepted });
  return {
    control: control.id,
    asks: control.asks,
    status,
    ...(note ? { note } : {}),
    checks: tallies.map(({ check }) => check.id),
    examined,
    findings: findings.length,
    undecided,
    accepted,
    places: findings
      .slice(0, mostPlaces)
      .map(({ file, startLine, check }) => ({ file, line: startLine, check })),
  };
}

function noteOn(
  status: ControlStatus,
  facts: {
    readonly control: Control;
    readonly servants: number;
    readonly examined: number;
    readonly undecided: number;
    readonly accepted: number;
  },
): string | undefined {
  const { control, servants, examined, undecided, accepted } = facts;
  if (status === 'not-covered') {
    if (control.organisational) return 'people and papers answer it, not code';
    return servants === 0 ? 'no check serves it' : 'nothing in the repository that its checks look at';
  }
  if (status === 'undecided') return `${undecided} of ${examined} judgements could not be decided`;
  return accepted > 0 ? `${accepted} accepted by suppression or baseline` : undefined;
}
