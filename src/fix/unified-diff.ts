/** The difference of two texts of a file as `git` shows it, to be applied with `git apply` or `patch -p1`. */
export async function unifiedDiff(path: string, before: string, after: string): Promise<string> {
  const { createTwoFilesPatch } = await import('diff');
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    context: 3,
  });
  // the line of equal signs above it is no part of the format
  return patch.replace(/^=+\n/, '');
}
