import type { Severity } from '../model/dimension.ts';
import type { Problem } from '../model/problem.ts';
import type { CheckRule, Config, EnvironmentRule } from './config.ts';
import { nearest } from './nearest.ts';
import { compilePatterns, type PathMatcher } from './path-patterns.ts';

/** A configuration made ready to be asked. */
export interface Policy {
  /** Whether a file is looked at; a folder (with a `/` at its end) where something in it may be. */
  covers(path: string): boolean;
  /** Whether a check runs at all. */
  runs(check: string): boolean;
  /** The severity of a check's findings in a file: `own` unless it is overridden, `off` where they do not count. */
  severityOf(check: string, path: string, own: Severity): Severity | 'off';
  /** The environment that a file belongs to; of several patterns the last in the configuration wins. */
  environmentOf(path: string): EnvironmentRule | undefined;
}

/** Compiles the patterns of a configuration. */
export async function policyOf(config: Config): Promise<Policy> {
  const [includes, excludes] = await Promise.all([config.include, config.exclude].map(compilePatterns));
  const rules = new Map<string, CheckRule & { matches?: PathMatcher }>();
  for (const [name, rule] of Object.entries(config.checks))
    rules.set(name, rule.paths ? { ...rule, matches: await compilePatterns(rule.paths) } : rule);
  const environments = await Promise.all(
    Object.entries(config.environments).map(async ([pattern, rule]) => ({
      rule,
      matches: await compilePatterns([pattern]),
    })),
  );
  const ruleFor = (check: string) =>
    rules.size === 0 ? undefined : (rules.get(check) ?? rules.get(familyOf(check)));
  return {
    covers(path) {
      if (path.endsWith('/')) return !excludes!(path.slice(0, -1));
      return (config.include.length === 0 || includes!(path)) && !excludes!(path);
    },
    runs: (check) => ruleFor(check)?.severity !== 'off',
    severityOf(check, path, own) {
      const rule = ruleFor(check);
      if (rule?.matches && !rule.matches(path)) return 'off';
      return rule?.severity ?? own;
    },
    environmentOf: (path) => environments.findLast(({ matches }) => matches(path))?.rule,
  };
}

/** `kubernetes/*` for `kubernetes/memory-limit-missing`: how a configuration names a family of checks. */
export function familyOf(check: string): string {
  return `${check.slice(0, check.lastIndexOf('/'))}/*`;
}

/** Whether a pattern, the id of a check or `family/*`, names a check. */
export function namesCheck(pattern: string, check: string): boolean {
  return pattern === check || pattern === familyOf(check);
}

/** Why a pattern names no check there is, with a suggestion; `undefined` where it names one. */
export function unknownCheck(pattern: string, known: readonly string[]): string | undefined {
  if (known.some((check) => namesCheck(pattern, check))) return undefined;
  const names = pattern.endsWith('/*') ? new Set(known.map(familyOf)) : known;
  const meant = nearest(pattern, names);
  return `there is no check "${pattern}": ${meant ? `did you mean "${meant}"?` : '`plinth explain` lists them all'}`;
}

/** Problems of a configuration that names checks that do not exist. @param known ids of all checks, whether they run or not */
export function unknownChecks(config: Config, known: readonly string[]): Problem[] {
  const named = [
    ...Object.keys(config.checks).map((pattern) => ({ pattern, at: config.source?.peek('checks', pattern) })),
    ...config.suppressions.map(({ check, source }) => ({
      pattern: check,
      at: source.peek('check') ?? source,
    })),
  ];
  return named.flatMap(({ pattern, at }): Problem[] => {
    const message = unknownCheck(pattern, known);
    if (!message || !at) return [];
    return [
      { kind: 'configuration', message, path: at.file.path, file: at.file, start: at.keyStart, end: at.end },
    ];
  });
}
