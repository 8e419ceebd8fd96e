import { z } from 'zod';
import { matrixSchema } from '../compliance/schema.ts';
import { dimensions, severities } from '../model/dimension.ts';
import type { Report } from './report.ts';

const count = z.int().min(0);
const line = z.int().min(1).describe('counted from 1');
const column = z.int().min(1).describe('counted from 1, in UTF-16 code units');
const path = z.string().describe('relative to the folder verified, separated by /');

const bySeverity = z
  .object(
    Object.fromEntries(severities.map((severity) => [severity, count])) as Record<
      (typeof severities)[number],
      typeof count
    >,
  )
  .readonly();

const finding = z.object({
  check: z.string().describe('id of the check, for ever: kubernetes/memory-limit-missing'),
  title: z.string().describe('the defect in a few words'),
  sameAs: z.array(z.string()).readonly().describe('the same check in other tools: checkov:CKV_K8S_13'),
  controls: z.array(z.string()).readonly().describe('controls that the check serves: pci-dss:1.3.1'),
  dimension: z.enum(dimensions),
  severity: z.enum(severities).describe('moved by context'),
  severityReason: z.exactOptional(
    z.string().describe("why it is another than the check's own: raised from medium: production, holds data"),
  ),
  context: z
    .array(z.string())
    .readonly()
    .describe('what moved the severity or the order: production, reachable from the internet, holds data'),
  message: z.string().describe('what is wrong here, why it matters here, what to do'),
  resource: z.string().describe('address of the resource, as its own tool prints it'),
  also: z.exactOptional(z.array(z.string()).readonly().describe('further addresses at the same place')),
  file: path,
  startLine: line,
  startColumn: column,
  endLine: line,
  endColumn: column.describe('of what follows the end, counted from 1'),
  via: z
    .array(
      z.object({ what: z.string(), file: z.exactOptional(path), line: z.exactOptional(line) }).readonly(),
    )
    .readonly()
    .describe('how the value got there, outermost first'),
  environments: z
    .array(z.string())
    .readonly()
    .describe('the environments it is limited to; empty where it holds in all, or there are none'),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]+$/)
    .describe('tells findings apart and survives moved lines'),
  fix: z.enum(['none', 'safe', 'unsafe']),
  fixSummary: z.exactOptional(z.string().describe('what the fix does, imperative')),
  baselined: z.boolean().describe('known to the baseline: counted apart, fails nothing'),
});

const suppressed = finding.extend({
  by: z
    .object({ file: path, line, text: z.string(), reason: z.string() })
    .readonly()
    .describe('the comment that silences it'),
});

const summary = z.object({
  outcome: z.enum(['pass', 'fail', 'nothing-read']),
  failOn: z.enum([...severities, 'none']).describe('findings at or above it fail the run'),
  findings: count.describe('without those in the baseline'),
  bySeverity,
  fixable: z.object({ safe: count, unsafe: count }).readonly(),
  suppressed: count,
  baselined: count,
  undecided: count,
  problems: count,
  resources: count,
  files: count.describe('files read'),
  checks: count.describe('checks that found something to judge'),
  nextStep: z.string().describe('what to do now, in one sentence'),
});

const dimension = z.object({
  dimension: z.enum(dimensions),
  verdict: z
    .enum(['pass', 'fail', 'undecided', 'not-assessed'])
    .describe('not-assessed where nothing was examined: never a pass'),
  checks: count,
  examined: count.describe('judgements made'),
  failed: count,
  undecided: count.describe('judgements that hang on what only apply time or the outside world can tell'),
  bySeverity,
  notes: z.array(z.string()).readonly(),
});

const problem = z.object({
  kind: z.string().describe('unreadable, invalid, tool, limit, internal, configuration'),
  message: z.string().describe('what is wrong and what to do about it'),
  file: path,
  startLine: z.exactOptional(line),
  endLine: z.exactOptional(line),
});

const coverage = z.object({
  units: z
    .array(
      z
        .object({
          id: z.string(),
          kind: z.string(),
          path,
          environment: z.exactOptional(z.string()),
          resources: count,
        })
        .readonly(),
    )
    .readonly()
    .describe('what is applied together'),
  resources: z.record(z.string(), count).readonly().describe('how many of each type'),
  files: z
    .object({
      total: count,
      read: count,
      failed: count.describe('files that could not be understood'),
      other: z
        .record(z.string(), count)
        .readonly()
        .describe('files that were not read as infrastructure, by ending'),
    })
    .readonly(),
  undecided: z
    .array(z.object({ reason: z.string(), count, checks: z.array(z.string()).readonly() }).readonly())
    .readonly()
    .describe('undecided judgements by reason, the most frequent first'),
});

/** The schema of {@link Report}. The compiler holds the two together, in both directions. */
export const reportSchema = z
  .object({
    schema: z.literal('1.0').describe('version of this schema'),
    tool: z.object({ name: z.literal('plinth'), version: z.string() }).readonly(),
    summary: summary.readonly(),
    dimensions: z
      .array(dimension.readonly())
      .readonly()
      .describe('one for each of the seven, in their fixed order'),
    findings: z.array(finding.readonly()).readonly().describe('the worst first'),
    suppressed: z.array(suppressed.readonly()).readonly(),
    problems: z.array(problem.readonly()).readonly(),
    coverage: coverage.readonly(),
    compliance: z.exactOptional(
      z.array(matrixSchema).readonly().describe('one for each framework that was asked for'),
    ),
  })
  .readonly();

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
true satisfies Same<Expand<z.infer<typeof reportSchema>>, Expand<Report>>;

/** Writes a type out, so that two ways of saying the same are the same. */
type Expand<T> = T extends object ? { [K in keyof T]: Expand<T[K]> } : T;

/**
 * The report's JSON Schema (draft 2020-12), published as `plinth/schema/report.json`. It lets a report hold more than it
 * names, so that what reads reports of 1.0 also reads those of a later 1.x.
 */
export function reportJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(reportSchema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return {
    $schema,
    title: 'Report of plinth verify',
    description: 'What `plinth verify --format json` prints. Minor versions only add to it.',
    ...rest,
  };
}
