import { resolve } from 'node:path';
import type { AnyCheck } from '../checks/check.ts';
import type { Config } from '../config/config.ts';
import type { Graph } from '../graph/graph.ts';
import { givenFile, kindOf } from '../host/given-file.ts';
import { OutOfTime, withinTime } from '../host/time-limit.ts';
import { isHelper, type UserModule } from '../host/user-code.ts';
import type { Problem } from '../model/problem.ts';
import { SourceFile } from '../model/source-file.ts';
import { type Judgement, judge } from '../verdict/judge.ts';
import { UserError, type VerifyOptions } from './options.ts';

/** All that one check of a user may take over all its subjects, in milliseconds. */
const judgeTime = 5_000;

/**
 * The checks that users bring: expressions of the configuration, and code where a folder of it was asked for. What
 * cannot be used becomes a problem at its place.
 * @param taken ids of the checks that there are
 * @throws UserError where there is no such folder
 */
export async function ownChecks(
  folder: string,
  config: Config,
  options: Pick<VerifyOptions, 'ownChecks'>,
  taken: readonly string[],
  report: (problem: Problem) => void,
): Promise<readonly AnyCheck[]> {
  const known = new Set(taken);
  const checks: AnyCheck[] = [];
  const add = (check: AnyCheck) => {
    known.add(check.id);
    checks.push(check);
  };
  if (config.ownChecks.length > 0) {
    const { expressionCheck } = await import('../own-checks/expression-check.ts');
    for (const rule of config.ownChecks) {
      if (known.has(rule.id)) report(idTaken(rule));
      else {
        const check = expressionCheck(rule, report);
        if (check) add(check);
      }
    }
  }
  if (options.ownChecks === undefined) return checks;
  for (const module of await modulesIn(folder, options.ownChecks))
    await acceptModule(module, known, add, report);
  return checks;
}

/** Judges with one check of a user at a time, and stops it where it does not end. */
export function judgeOwn(graph: Graph, checks: readonly AnyCheck[]): Judgement {
  const parts = checks.map((check): Judgement => {
    try {
      return withinTime(judgeTime, () => judge(graph, [check]));
    } catch (error) {
      if (!(error instanceof OutOfTime)) throw error;
      const reasons = new Map([['the check was stopped', 1]]);
      return {
        findings: [],
        tallies: [{ check, examined: 1, failed: 0, undecided: 1, reasons }],
        problems: [
          {
            kind: 'internal',
            message: `check ${check.id} was stopped and its findings are missing: ${error.message}`,
            path: '.',
          },
        ],
      };
    }
  });
  return {
    findings: parts.flatMap(({ findings }) => findings),
    tallies: parts.flatMap(({ tallies }) => tallies),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

async function modulesIn(folder: string, given: string): Promise<readonly UserModule[]> {
  const path = givenFile(folder, given);
  if (path === undefined || kindOf(resolve(folder, path)) !== 'folder')
    throw new UserError(
      `there is no folder of checks ${given}`,
      `it was looked for from here, and from ${folder}`,
    );
  const [{ loadUserCode }, api] = await Promise.all([
    import('../host/user-code.ts'),
    import('../checks/own.ts'),
  ]);
  const place = path.replace(/\/$/, '');
  return loadUserCode(resolve(folder, path), { 'plinth/checks': api })
    .filter((module) => !isHelper(module.path))
    .map((module) => ({ ...module, path: `${place}/${module.path}` }));
}

async function acceptModule(
  { path, text, exported, failure }: UserModule,
  known: ReadonlySet<string>,
  add: (check: AnyCheck) => void,
  report: (problem: Problem) => void,
): Promise<void> {
  const file = new SourceFile(path, text);
  const complain = (message: string, line = 1) => {
    const start = startOfLine(text, line);
    report({ kind: 'configuration', message, path, file, start, end: start });
  };
  if (failure) {
    complain(`this check cannot be loaded and was left out: ${failure.message}`, failure.line);
    return;
  }
  const { acceptCheck } = await import('../own-checks/accept.ts');
  for (const one of Array.isArray(exported) ? (exported as readonly unknown[]) : [exported]) {
    const accepted = acceptCheck(one, known);
    if ('check' in accepted) add(accepted.check);
    else complain(`this check was left out: ${accepted.complaint}`);
  }
}

function startOfLine(text: string, line: number): number {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const next = text.indexOf('\n', start);
    if (next < 0) break;
    start = next + 1;
  }
  return start;
}

function idTaken({ id, source }: Config['ownChecks'][number]): Problem {
  const { file, start, end } = source.peek('id') ?? source;
  return {
    kind: 'configuration',
    message: `there is a check ${id} already: give it another id, as own/${id.split('/')[1]}`,
    path: file.path,
    file,
    start,
    end,
  };
}
