import type { Severity } from '../model/dimension.ts';
import type { Node, Plain } from '../model/node.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceFile } from '../model/source-file.ts';
import { parseYaml } from '../syntax/yaml/parse-yaml.ts';
import { type CheckRule, type Config, defaultConfig } from './config.ts';
import type { WrittenConfig } from './schema.ts';
import type { Validated } from './validate.ts';

/**
 * Reads a configuration file. What is wrong in it becomes problems of kind `configuration`, each at its place, and
 * the defaults hold instead. The schema is loaded here and not before: a repository without a file never pays for it.
 */
export async function loadConfig(
  file: SourceFile,
): Promise<{ readonly config: Config; readonly problems: readonly Problem[] }> {
  const { documents, problems } = parseYaml(file, 'core');
  const unreadable = problems.map((problem): Problem => ({ ...problem, kind: 'configuration' }));
  const [document] = documents;
  if (!document || document.content === null) return { config: defaultConfig, problems: unreadable };
  const [{ configSchema }, { validate }] = await Promise.all([
    import('./schema.ts'),
    import('./validate.ts'),
  ]);
  const validated = validate(configSchema, document);
  return {
    config: validated.value ? fillIn(validated.value, document, validated) : defaultConfig,
    problems: [...unreadable, ...validated.problems],
  };
}

function fillIn(
  written: WrittenConfig,
  source: Node,
  { leftOut }: Pick<Validated<unknown>, 'leftOut'>,
): Config {
  const {
    checks = {},
    environments = {},
    terraform = {},
    suppressions = [],
    ownChecks = [],
    ...rest
  } = written;
  const placesOf = (key: string) => itemsOf(source.peek(key)).filter((_, at) => !leftOut(key, at));
  const [places, ownPlaces] = [placesOf('suppressions'), placesOf('ownChecks')];
  return {
    ...defaultConfig,
    ...rest,
    checks: mapValues(checks, ruleOf),
    environments: mapValues(environments, (rule) => (typeof rule === 'string' ? { name: rule } : rule)),
    terraform: { varFiles: terraform.varFiles ?? [], vars: mapValues(terraform.vars ?? {}, asVar) },
    ownChecks: ownChecks.map(({ resources, ...item }, at) => ({
      ...item,
      resources: typeof resources === 'string' ? [resources] : resources,
      source: ownPlaces[at] ?? source,
    })),
    suppressions: suppressions.map((item, at) => ({ ...item, source: places[at] ?? source })),
    source,
  };
}

function ruleOf(rule: Severity | 'off' | CheckRule): CheckRule {
  return typeof rule === 'object' ? rule : { severity: rule };
}

function asVar(value: Plain): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

function itemsOf(node: Node | undefined): readonly Node[] {
  return Array.isArray(node?.content) ? (node.content as readonly Node[]) : [];
}

function mapValues<A, B>(map: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
