import type { Config } from '../config/config.ts';
import { compilePatterns } from '../config/path-patterns.ts';
import type { Suppression } from './suppression.ts';

/** The suppressions of a configuration, ready to be applied together with those found in the code. */
export function configuredSuppressions({ suppressions }: Config): Promise<Suppression[]> {
  return Promise.all(
    suppressions.map(async ({ check, resource, path, reason, expires, source }): Promise<Suppression> => {
      const inPath = path === undefined ? undefined : await compilePatterns([path]);
      const { file, start, end } = source;
      return {
        tool: 'plinth',
        checks: [check],
        reason,
        text: [`check: ${check}`, resource && `resource: ${resource}`, path && `path: ${path}`]
          .filter(Boolean)
          .join(', '),
        file,
        start,
        end,
        scope: {
          kind: 'matching',
          matches: (address, at) =>
            (resource === undefined || matchesWildcards(resource, address)) && (inPath?.(at) ?? true),
        },
        ...(expires === undefined ? {} : { expires }),
      };
    }),
  );
}

/** Whether a text is what a pattern says, in which `*` stands for any text. Brackets are plain: addresses have them. */
export function matchesWildcards(pattern: string, text: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  const tail = rest.pop();
  if (tail === undefined) return pattern === text;
  if (!text.startsWith(head) || text.length < head.length + tail.length || !text.endsWith(tail)) return false;
  let at = head.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= text.length - tail.length;
}
