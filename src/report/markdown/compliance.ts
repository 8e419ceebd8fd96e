import type { ControlMatrix } from '../../compliance/matrix.ts';
import { digits } from '../wording.ts';
import { clip, plain } from './escape.ts';

/** A framework's controls that something was judged for, folded, below the counts. */
export function complianceSection({ title, edition, counts, controls }: ControlMatrix): string {
  const rows = controls
    .filter(({ status }) => status !== 'not-covered')
    .map(
      ({ control, asks, status, findings, places }) =>
        `| ${plain(control)} | ${status === 'not-met' ? '**not met**' : status} | ${plain(asks)} | ${findings > 0 ? `${digits(findings)}, first at ${plain(clip(`${places[0]!.file}:${places[0]!.line}`, 120))}` : ''} |`,
    );
  return `### ${plain(title)} ${plain(edition)}

${digits(counts.met)} met, ${digits(counts['not-met'])} not met, ${digits(counts.undecided)} undecided, ${digits(counts['not-covered'])} not covered

<details><summary>Controls</summary>

| Control | Status | Asks | Findings |
| --- | --- | --- | --- |
${rows.join('\n')}

</details>

`;
}
