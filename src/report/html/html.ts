import { createHash } from 'node:crypto';
import type { RenderOptions } from '../options.ts';
import { headline } from '../outcome.ts';
import type { Report } from '../report.ts';
import { complianceSection } from './compliance.ts';
import { findingsSection } from './findings.ts';
import { html, trusted } from './markup.ts';
import { overview, scorecard } from './overview.ts';
import { asideSection, coverageSection } from './remainder.ts';
import { script } from './script.ts';
import { style } from './style.ts';

/**
 * The report as one page that needs nothing else: no request leaves it, and its policy forbids every script but its own,
 * so that a report of a hostile repository is safe to open and to pass on.
 */
export function renderHtml(report: Report, options: RenderOptions): string {
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="plinth ${report.tool.version}">
<title>${headline(report)} - Plinth</title>
<style>${trusted(style)}</style>
</head>
<body>
${overview(report)}<main>
${scorecard(report)}${(report.compliance ?? []).map((matrix) => complianceSection(matrix, options))}${findingsSection(report, options)}${asideSection(report, options)}${coverageSection(report, options)}</main>
<footer>plinth ${report.tool.version}, report schema ${report.schema}</footer>
<script>${trusted(script)}</script>
</body>
</html>
`;
  return page.text;
}
