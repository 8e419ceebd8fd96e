import type { Invocation, Log, Notification } from 'sarif';
import { printJson } from '../json.ts';
import type { RenderOptions } from '../options.ts';
import type { Report, ReportedProblem } from '../report.ts';
import { visible } from '../visible.ts';
import { count } from '../wording.ts';
import { base, locate, resultOf } from './results.ts';
import { rulesOf } from './rules.ts';

/** GitHub refuses a run of more results. The report has the worst first, so that the mildest are left out. */
const mostResults = 25_000;
/** enough to act on; the number of all is said */
const mostNotifications = 1_000;

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), within what GitHub code scanning takes
 * (https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
 *
 * It sets no `primaryLocationLineHash`: GitHub's upload action computes its own and warns at every result that differs.
 */
export function renderSarif(
  report: Report,
  options: Pick<RenderOptions, 'catalogue' | 'pathPrefix'> = {},
): string {
  const all = [...report.findings, ...report.suppressed];
  const shown = all.slice(0, mostResults);
  const rules = rulesOf(shown, options.catalogue);
  const frame = {
    ...options,
    ruleIndex: new Map(rules.map(({ id }, index) => [id, index])),
    baseline: report.summary.baselined > 0,
  };
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Plinth',
            version: report.tool.version,
            semanticVersion: report.tool.version,
            rules,
            notifications: kindsOf(report.problems),
          },
        },
        invocations: [invocationOf(report, all.length - shown.length, options)],
        originalUriBaseIds: { [base]: { description: { text: rootOf(options) } } },
        columnKind: 'utf16CodeUnits',
        results: shown.map((finding) => resultOf(finding, frame)),
        properties: { summary: report.summary, dimensions: report.dimensions },
      },
    ],
  };
  return printJson(log);
}

function rootOf({ pathPrefix }: Pick<RenderOptions, 'pathPrefix'>): string {
  return pathPrefix ? 'the folder that paths start from' : 'the folder that was verified';
}

function invocationOf(
  report: Report,
  leftOut: number,
  options: Pick<RenderOptions, 'pathPrefix'>,
): Invocation {
  const { problems } = report;
  const own = problems.filter(({ kind }) => kind === 'configuration');
  const others = problems.filter(({ kind }) => kind !== 'configuration');
  const notices = [
    leftOut > 0
      ? `${count(leftOut, 'result')} are left out, the mildest: no more than ${count(mostResults, 'result')} can be uploaded.`
      : '',
    others.length > mostNotifications
      ? `${count(others.length - mostNotifications, 'problem')} more are left out.`
      : '',
    report.summary.undecided > 0
      ? `${count(report.summary.undecided, 'judgement')} could not be decided.`
      : '',
  ].filter(Boolean);
  const notify = (problem: ReportedProblem) => notificationOf(problem, options);
  return {
    executionSuccessful: report.summary.outcome !== 'nothing-read',
    toolExecutionNotifications: [
      ...others.slice(0, mostNotifications).map(notify),
      ...notices.map((text): Notification => ({ level: 'note', message: { text } })),
    ],
    toolConfigurationNotifications: own.slice(0, mostNotifications).map(notify),
  };
}

/** What was not analysed is an error; what was analysed and is doubtful, a warning. */
const notAnalysed: ReadonlySet<string> = new Set(['unreadable', 'tool', 'limit', 'internal']);

function notificationOf(
  { kind, message, file, startLine }: ReportedProblem,
  options: Pick<RenderOptions, 'pathPrefix'>,
): Notification {
  return {
    descriptor: { id: `problem/${kind}` },
    level: notAnalysed.has(kind) ? 'error' : 'warning',
    message: { text: visible(message) },
    locations: [locate('', file, startLine, options)],
  };
}

function kindsOf(problems: readonly ReportedProblem[]) {
  const kinds = new Set(problems.map(({ kind }) => kind));
  return [...kinds].map((kind) => ({ id: `problem/${kind}`, shortDescription: { text: visible(kind) } }));
}
