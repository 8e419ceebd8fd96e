import type { Problem } from '../../model/problem.ts';
import type { Repository } from '../../model/repository.ts';
import type { SourceFile } from '../../model/source-file.ts';
import { parseJson } from '../../syntax/yaml/parse-json.ts';
import { parseYaml } from '../../syntax/yaml/parse-yaml.ts';
import { collectObjects, type KubernetesObject } from './objects.ts';

/** Files of other tools, never opened: workflows, compose files, lock files, charts. */
const others =
  /(^|\/)(\.github\/(workflows|actions|ISSUE_TEMPLATE)\/|\.circleci\/|docker-compose[^/]*$|compose\.ya?ml$|package(-lock)?\.json$|tsconfig[^/]*\.json$|pnpm-lock\.yaml$|Chart\.(yaml|lock)$|\.gitlab-ci\.yml$)/;

/** Whether a path may hold manifests, by its name alone. */
export function mayHoldManifests(path: string): boolean {
  return /\.(ya?ml|json)$/.test(path) && !others.test(path);
}

const patch = /(?:^|[/._-])patch(?:es)?(?:[/._-]|$)/i;
const kustomization = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/;

/**
 * Tells the files that are patches by their names and lie in the folder of a kustomization or below: fragments of objects, which
 * mean nothing where no kustomization names them.
 */
export function loosePatches(paths: readonly string[]): (path: string) => boolean {
  const folders = new Set(
    paths.flatMap((path) => (kustomization.test(path) ? [path.slice(0, path.lastIndexOf('/') + 1)] : [])),
  );
  return (path) => {
    if (!patch.test(path)) return false;
    for (let at = path.lastIndexOf('/'); at >= 0; at = path.lastIndexOf('/', at - 1)) {
      if (folders.has(path.slice(0, at + 1))) return true;
      if (at === 0) break;
    }
    return folders.has('');
  };
}

/** What a manifest file holds. */
export interface Manifests {
  readonly file: SourceFile;
  readonly objects: readonly KubernetesObject[];
  readonly problems: readonly Problem[];
}

/** The objects of a file; `undefined` where it is about something else than Kubernetes. */
export function readManifests(repository: Repository, path: string): Manifests | undefined {
  const file = repository.read(path);
  if (!file) return undefined;
  if (!speaksOfKubernetes(file.text)) {
    repository.forget?.(path);
    return undefined;
  }
  const parsed = path.endsWith('.json') ? parseJson(file) : parseYaml(file);
  const objects = collectObjects(parsed.documents);
  const problems = parsed.problems.length > 0 ? (templateProblem(file) ?? parsed.problems) : [];
  if (objects.length > 0) return { file, objects, problems };
  return problems.length > 0 && looksLikeAnObject(file.text) ? { file, objects, problems } : undefined;
}

/**
 * A line, a value or an item that starts with what a template engine or a script fills in: YAML takes the braces of Go's for a map in
 * a map, and has no use for the sign of the others.
 */
const templated = /^[ \t]*(?:- +)?(?:[\w./-]+:[ \t]+)?(\{\{.*?\}\}|@[A-Z][A-Z0-9_]*@)/m;

/** The one thing that is wrong with a template, instead of what YAML makes of each of its places. */
function templateProblem(file: SourceFile): readonly Problem[] | undefined {
  const found = templated.exec(file.text);
  if (!found) return undefined;
  const end = found.index + found[0].length;
  const form = found[1]!.startsWith('@') ? found[1]! : '{{ }}';
  return [
    {
      kind: 'unreadable',
      message: `the file is a template, which something fills in before a cluster reads it: whatever holds ${form} outside of quotes is left out. Verify what comes of it instead, and exclude the file`,
      path: file.path,
      file,
      start: end - found[1]!.length,
      end,
    },
  ];
}

/** Whether a file that is broken is about an object all the same, as far as its lines or its first keys tell. */
function looksLikeAnObject(text: string): boolean {
  return (
    (/^apiVersion:/m.test(text) && /^kind:/m.test(text)) ||
    /^\ufeff?\s*\{\s*"(apiVersion|kind)"\s*:/.test(text)
  );
}

function speaksOfKubernetes(text: string): boolean {
  return text.includes('apiVersion') && text.includes('kind');
}
