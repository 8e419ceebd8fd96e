import type { AnyCheck, Fault } from '../checks/check.ts';
import type { Graph } from '../graph/graph.ts';
import type { Selector, Subject } from '../graph/selector.ts';
import { isTestInput, isTestRelease } from '../graph/test-inputs.ts';
import { atLeast, type Severity } from '../model/dimension.ts';
import type { Finding } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';
import type { Resource } from '../model/resource.ts';
import { Undecided } from '../model/unknown.ts';
import { type Weighed, weigh } from './weigh.ts';

/** What one check made of its subjects. */
export interface Tally {
  readonly check: AnyCheck;
  examined: number;
  failed: number;
  undecided: number;
  /** reason → how often */
  readonly reasons: Map<string, number>;
}

export interface Judgement {
  readonly findings: readonly Finding[];
  readonly tallies: readonly Tally[];
  readonly problems: readonly Problem[];
}

/** Runs checks over a graph. A check that throws becomes a problem naming it, and the others go on. */
export function judge(graph: Graph, checks: readonly AnyCheck[]): Judgement {
  const findings: Finding[] = [];
  const failures = new Map<string, Failure>();
  const tallies = checks.map((check) => {
    const tally: Tally = { check, examined: 0, failed: 0, undecided: 0, reasons: new Map() };
    try {
      for (const subject of graph.select(check.visits as Selector<Subject>))
        judgeOne(graph, tally, subject, findings, failures);
    } catch (error) {
      // it found no subjects, and nobody knows how many there are
      tally.examined++;
      leaveOpen(tally, error, failures);
    }
    return tally;
  });
  return { findings, tallies, problems: [...failures.values()].map(problemOf) };
}

function judgeOne(
  graph: Graph,
  tally: Tally,
  subject: Subject,
  findings: Finding[],
  failures: Map<string, Failure>,
): void {
  tally.examined++;
  try {
    const faults = tally.check.judge(subject, graph);
    if (faults === undefined) return;
    const list = Array.isArray(faults) ? (faults as readonly Fault[]) : [faults as Fault];
    if (list.length === 0) return;
    tally.failed++;
    for (const fault of list) findings.push(findingOf(graph, tally.check, subject, fault));
  } catch (error) {
    leaveOpen(tally, error, failures, subject);
  }
}

/** Counts a judgement that came to no end as undecided; where that is the check's own fault it is told, once for each reason. */
function leaveOpen(tally: Tally, error: unknown, failures: Map<string, Failure>, subject?: Subject): void {
  let reason = 'the check failed';
  if (error instanceof Undecided) reason = error.reason;
  else {
    const { id } = tally.check;
    const message = error instanceof Error ? error.message : String(error);
    const known = failures.get(`${id}\0${message}`);
    if (known) known.count++;
    else failures.set(`${id}\0${message}`, { check: id, message, subject, count: 1 });
  }
  tally.undecided++;
  tally.reasons.set(reason, (tally.reasons.get(reason) ?? 0) + 1);
}

function findingOf(graph: Graph, check: AnyCheck, subject: Subject, fault: Fault): Finding {
  const origin = (fault.at ?? subject.node).origin();
  // a check that gives a fault a severity has weighed it itself
  const { severity, because }: Weighed = fault.severity
    ? { severity: fault.severity }
    : weigh(graph, subject.resource, check.dimension, check.severity);
  const inTests = severityAt(origin.file.path, subject.resource, severity);
  return {
    check: check.id,
    title: check.title,
    dimension: check.dimension,
    severity: inTests,
    ...(because && inTests === severity ? { severityReason: because } : {}),
    message: fault.message,
    resource: subject.resource,
    origin,
    key: fault.key ?? '',
    ...(fault.fix ? { fix: fault.fix } : {}),
    sameAs: check.sameAs ?? [],
  };
}

/** Nobody deploys the inputs of tests, and many are wrong on purpose: what is wrong in them is never worse than low. */
function severityAt(path: string, { unit }: Resource, severity: Severity): Severity {
  return (isTestInput(path) || isTestRelease(unit)) && atLeast(severity, 'low') ? 'low' : severity;
}

/** A way in which a check fails, and the first subject for which it did. */
interface Failure {
  readonly check: string;
  readonly message: string;
  readonly subject: Subject | undefined;
  count: number;
}

function problemOf({ check, message, subject, count }: Failure): Problem {
  const others = count > 1 ? ` and ${count - 1} more` : '';
  const where = subject ? ` for ${subject.resource.address}${others}` : '';
  return {
    kind: 'internal',
    message: `check ${check} failed and was skipped${where}: ${message}`,
    path: subject?.node.file.path ?? '.',
    ...(subject ? { file: subject.node.file, start: subject.node.start, end: subject.node.end } : {}),
  };
}
