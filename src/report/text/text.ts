import { groupFindings } from '../group.ts';
import type { RenderOptions } from '../options.ts';
import { failsRun, newFindings } from '../outcome.ts';
import type { Report } from '../report.ts';
import { writeBaselined, writeSuppressed } from './aside.ts';
import { writeCompliance } from './compliance.ts';
import { writeGaps } from './gaps.ts';
import { writeGroups } from './groups.ts';
import { writeOutcome } from './outcome.ts';
import { pageFor } from './page.ts';
import { writeScorecard } from './scorecard.ts';

/**
 * The report for people at a terminal: causes with their places, the worst first; the seven dimensions; what was not
 * analysed; the outcome and the next step last, where the eye is when the run ends. Fits `width` columns from 80 on,
 * except for single words that are longer.
 */
export function renderText(report: Report, options: RenderOptions): string {
  const page = pageFor(options);
  const found = newFindings(report);
  const shown = options.quiet ? found.filter((finding) => failsRun(finding, report.summary)) : found;
  const blocks = writeGroups(groupFindings(shown), page);
  if (!options.quiet)
    blocks.push(
      writeBaselined(
        report.findings.filter(({ baselined }) => baselined),
        page,
      ),
      writeSuppressed(report.suppressed, page),
      writeScorecard(report.dimensions, page),
      ...(report.compliance ?? []).map((matrix) => writeCompliance(matrix, page)),
      ...writeGaps(report, page),
    );
  blocks.push(writeOutcome(report, options.quiet, page));
  const written = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${withoutCommands(written.join('\n\n'))}\n`;
}

/**
 * A runner of GitHub Actions obeys lines of the log that look like `::name::` or hold `##[name]`, and the log may
 * quote any repository. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
function withoutCommands(text: string): string {
  return text.replace(/^((?: |\u001b\[[0-9;]*m)*):(?=:[^:\n]+::)/gm, '$1: ').replaceAll('##[', '## [');
}
