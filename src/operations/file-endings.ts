/** How many files were not read as infrastructure, by ending, the most frequent first. */
export function fileEndings(
  paths: readonly string[],
  read: ReadonlySet<string>,
): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const path of paths) {
    if (read.has(path)) continue;
    const name = path.slice(path.lastIndexOf('/') + 1);
    const dot = name.lastIndexOf('.');
    const ending = dot > 0 ? name.slice(dot) : '(none)';
    counts.set(ending, (counts.get(ending) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1]));
}
