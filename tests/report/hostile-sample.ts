import type { Report } from '../../src/report/report.ts';
import { finding, reportOf } from './report-of.ts';

/** What a repository might call things in order to break the reader of its report. */
export const evil = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  ']]></failure><evil/>',
  '\u001b[2J\u001b]8;;http://evil\u0007',
  '\u009b31m\u0000\u0008\u007f',
  'a\r\n::error::owned\n##[error]owned',
  '\u202egnp.exe\u2066\u2028x',
  '| pipe | `tick` ``two`` **bold** [link](javascript:alert(1)) <!-- --> @everyone #1 ~~x~~ $a$',
  '%0A::set-env name=A::b%25',
  '-->\n<!--',
  '\ud800 half \udfff',
  'a,line=1,b=c',
  '</style></script><!--<script>',
].join(' ');

/** A report in which every text is hostile. */
export const hostile: Report = reportOf({
  findings: ['critical', 'high', 'medium', 'low', 'info'].map((severity, index) =>
    finding({
      check: `evil/${evil}`,
      title: evil,
      dimension: 'security',
      severity: severity as 'critical',
      sameAs: [evil],
      controls: [evil],
      context: [evil],
      environments: [evil],
      message: evil,
      resource: evil,
      also: [evil],
      file: `${evil}/a:b c%20.yaml`,
      startLine: index + 1,
      via: [{ what: evil, file: evil, line: 1 }, { what: evil }],
      fix: 'safe',
      fixSummary: evil,
    }),
  ),
  suppressed: [
    {
      ...finding({
        check: evil,
        title: evil,
        dimension: 'cost',
        severity: 'low',
        message: evil,
        resource: evil,
        file: evil,
      }),
      by: { file: evil, line: 1, text: evil, reason: evil },
    },
  ],
  problems: [{ kind: evil, message: evil, file: evil, startLine: 1, endLine: 2 }],
  examined: { security: [5, 1] },
  notes: { security: [evil], cost: [evil] },
  coverage: {
    units: [{ id: evil, kind: evil, path: evil, environment: evil, resources: 1 }],
    resources: { [evil]: 1 },
    files: { total: 2, read: 1, failed: 1, other: { [evil]: 1 } },
    undecided: [{ reason: evil, count: 1, checks: [evil] }],
  },
  nextStep: evil,
});
