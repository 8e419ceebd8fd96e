/** Whether a path, relative to the repository and separated by `/`, is one of those that patterns name. */
export type PathMatcher = (path: string) => boolean;

/**
 * Compiles path patterns (picomatch: `*`, `**`, `?`, `{a,b}`, `[a-z]`, `!(x)`), also of files whose names start with
 * a dot. A pattern that names a folder (`envs/prod`, `envs/prod/`) holds for everything in it.
 * The library is loaded when there is a first pattern.
 */
export async function compilePatterns(patterns: readonly string[]): Promise<PathMatcher> {
  if (patterns.length === 0) return () => false;
  const { default: picomatch } = await import('picomatch');
  return picomatch(patterns.flatMap(withContents), { dot: true });
}

function withContents(pattern: string): string[] {
  const bare = pattern.replace(/^\.\//, '').replace(/\/+$/, '');
  return bare === '' || bare === '.' ? ['**'] : [bare, `${bare}/**`];
}
