import type { AnyCheck, Fault } from '../checks/check.ts';
import type { Graph } from '../graph/graph.ts';
import type { Selector, Subject } from '../graph/selector.ts';
import type { Finding } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';
import { Undecided } from '../model/unknown.ts';

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
  const problems: Problem[] = [];
  const tallies = checks.map((check) => {
    const tally: Tally = { check, examined: 0, failed: 0, undecided: 0, reasons: new Map() };
    try {
      for (const subject of graph.select(check.visits as Selector<Subject>))
        judgeOne(graph, tally, subject, findings, problems);
    } catch (error) {
      problems.push(failure(check.id, error));
    }
    return tally;
  });
  return { findings, tallies, problems };
}

function judgeOne(
  graph: Graph,
  tally: Tally,
  subject: Subject,
  findings: Finding[],
  problems: Problem[],
): void {
  tally.examined++;
  try {
    const faults = tally.check.judge(subject, graph);
    if (faults === undefined) return;
    const list = Array.isArray(faults) ? (faults as readonly Fault[]) : [faults as Fault];
    if (list.length === 0) return;
    tally.failed++;
    for (const fault of list) findings.push(findingOf(tally.check, subject, fault));
  } catch (error) {
    if (error instanceof Undecided) {
      tally.undecided++;
      tally.reasons.set(error.reason, (tally.reasons.get(error.reason) ?? 0) + 1);
      return;
    }
    const problem = failure(tally.check.id, error, subject);
    if (!problems.some(({ message }) => message === problem.message)) problems.push(problem);
  }
}

function findingOf(check: AnyCheck, subject: Subject, fault: Fault): Finding {
  const origin = (fault.at ?? subject.node).origin();
  return {
    check: check.id,
    title: check.title,
    dimension: check.dimension,
    severity: fault.severity ?? check.severity,
    message: fault.message,
    resource: subject.resource,
    origin,
    key: fault.key ?? '',
    ...(fault.fix ? { fix: fault.fix } : {}),
    sameAs: check.sameAs ?? [],
  };
}

function failure(check: string, error: unknown, subject?: Subject): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    kind: 'internal',
    message: `check ${check} failed and was skipped${subject ? ` for ${subject.resource.address}` : ''}: ${reason}`,
    path: subject?.node.file.path ?? '.',
    ...(subject ? { file: subject.node.file, start: subject.node.start, end: subject.node.end } : {}),
  };
}
