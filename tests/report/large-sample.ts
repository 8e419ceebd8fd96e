import { dimensions, severities } from '../../src/model/dimension.ts';
import type { Report, ReportedFinding } from '../../src/report/report.ts';
import { finding, reportOf } from './report-of.ts';

/** A report of many findings over 90 checks and 400 files: the same one for the same number. */
export function large(findings: number): Report {
  const random = generator(findings);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const made: ReportedFinding[] = [];
  for (let index = 0; index < findings; index++) {
    const check = Math.floor(random() * random() * 90);
    const service = `service-${Math.floor(random() * 200)}`;
    const severity = severities[Math.min(4, Math.floor(check / 16))]!;
    made.push(
      finding({
        check: `${pick(['kubernetes', 'aws', 'terraform'])}/generated-defect-number-${check}`,
        title: `Generated defect number ${check} of a kind that takes some words to name`,
        dimension: dimensions[check % dimensions.length]!,
        severity,
        message: `Container "${service}" falls short of rule ${check}${check % 5 === 0 ? ` by ${index}` : ''}: it ${'fails in a way that takes a while to describe, '.repeat((check % 3) + 1)}so somebody should look. Set field.of.rule${check} to true.`,
        resource: `Deployment/team-${check % 12}/${service}`,
        file: `deploy/team-${check % 12}/services/${service}/deployment-${index % 2}.yaml`,
        startLine: 1 + (index % 300),
        fix: check % 4 === 0 ? 'safe' : check % 7 === 0 ? 'unsafe' : 'none',
        ...(check % 4 === 0 || check % 7 === 0 ? { fixSummary: `set field.of.rule${check} to true` } : {}),
        context: index % 3 === 0 ? ['production'] : [],
        environments: index % 11 === 0 ? ['prod'] : index % 13 === 0 ? ['prod', 'staging'] : [],
      }),
    );
  }
  made.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  return reportOf({
    findings: made,
    problems: Array.from({ length: 60 }, (_, index) => ({
      kind: 'unreadable',
      message: `Unexpected token ${index % 20} in the middle of a mapping.`,
      file: `deploy/broken/${index}.yaml`,
      startLine: index + 1,
    })),
    examined: Object.fromEntries(
      dimensions.map((dimension, index) => [dimension, [findings * 9 + index, index * 7]]),
    ),
    coverage: {
      units: [],
      resources: { Deployment: 4000 },
      files: { total: 5000, read: 4100, failed: 20, other: { '.go': 800, '.md': 100 } },
      undecided: Array.from({ length: 30 }, (_, index) => ({
        reason: `variable "setting_${index}" has no default`,
        count: 120 - index,
        checks: [`aws/generated-defect-number-${index}`],
      })),
    },
    checks: 90,
    nextStep: 'Run `plinth explain kubernetes/generated-defect-number-0` for the worst finding.',
  });
}

/** Numbers in [0, 1) from a seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
