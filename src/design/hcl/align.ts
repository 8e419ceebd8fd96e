/** A line of an assignment, without its indentation. */
export interface Row {
  readonly name: string;
  /** lines after the first are indented already */
  readonly value: string;
  readonly comment?: string;
}

/**
 * Assignments below each other with their signs aligned, as `terraform fmt` aligns them: in runs of lines whose
 * values end on the line. One whose value goes on is in no run.
 */
export function align(rows: readonly Row[], indent: string): string {
  let text = '';
  for (let at = 0; at < rows.length; ) {
    let end = at;
    while (end < rows.length && !rows[end]!.value.includes('\n')) end++;
    const run = rows.slice(at, end);
    text += printRun(run, indent);
    at = end;
    if (at < rows.length) {
      const { name, value } = rows[at++]!;
      text += `${indent}${name} = ${value}\n`;
    }
  }
  return text;
}

function printRun(run: readonly Row[], indent: string): string {
  const width = Math.max(0, ...run.map(({ name }) => name.length));
  const lines = run.map(({ name, value, comment }) => ({
    line: `${indent}${name.padEnd(width)} = ${value}`,
    comment,
  }));
  return lines
    .map(({ line, comment }, at) =>
      comment === undefined ? `${line}\n` : `${line.padEnd(widthAround(lines, at))} # ${comment}\n`,
    )
    .join('');
}

/** Comments behind lines that follow each other stand below each other. */
function widthAround(
  lines: readonly { readonly line: string; readonly comment: string | undefined }[],
  at: number,
): number {
  let [first, last] = [at, at];
  while (lines[first - 1]?.comment !== undefined) first--;
  while (lines[last + 1]?.comment !== undefined) last++;
  return Math.max(...lines.slice(first, last + 1).map(({ line }) => line.length));
}
