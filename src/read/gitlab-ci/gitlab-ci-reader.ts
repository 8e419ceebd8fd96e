import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import type { Repository } from '../../model/repository.ts';
import type { Resource, Unit } from '../../model/resource.ts';
import { parseYaml } from '../../syntax/yaml/parse-yaml.ts';
import type { Reader } from '../reader.ts';
import { isPipeline, rootOf } from './file-name.ts';
import { filesMeant, includesOf } from './includes.ts';

/** A longer one is generated, or no pipeline at all: 1 MiB. */
const longest = 1024 * 1024;

/** Source: docs.gitlab.com/administration/settings/continuous_integration, maximum includes. */
const mostIncludes = 150;

/**
 * Reads pipelines and the local files that they include; the body is a file's whole document. All files of one pipeline are
 * one unit, and what is included from elsewhere makes it incomplete. Addresses: `gitlab-ci/.gitlab-ci.yml`, `gitlab-ci/ci/test.yml`.
 */
export const gitlabCiReader: Reader = {
  name: 'gitlab-ci',
  read(repository) {
    const units: Unit[] = [];
    const resources: Resource[] = [];
    const files = new Set<string>();
    for (const path of repository.paths.filter(isPipeline)) {
      const { documents, missing } = readPipeline(repository, path);
      if (documents.size === 0) continue;
      const root = rootOf(path);
      const unit: Unit = {
        id: `gitlab-ci:${root}`,
        kind: 'gitlab-ci',
        path: root,
        ...(missing !== undefined && { incomplete: missing }),
      };
      units.push(unit);
      for (const [file, body] of documents) {
        files.add(file);
        resources.push({
          address: `gitlab-ci/${file}`,
          type: 'gitlab-ci',
          name: file,
          source: 'gitlab-ci',
          unit,
          body,
        });
      }
    }
    return { units, resources, files: [...files] };
  },
};

interface Pipeline {
  /** by their paths, the one that includes before what it includes */
  readonly documents: ReadonlyMap<string, Node>;
  /** why something that belongs to it is not known */
  readonly missing: string | undefined;
}

function readPipeline(repository: Repository, first: string): Pipeline {
  const documents = new Map<string, Node>();
  const root = rootOf(first);
  const queue = [first];
  let missing: string | undefined;
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (documents.has(path)) continue;
    if (documents.size === mostIncludes) {
      const message = `the pipeline includes more than ${mostIncludes} files, which GitLab refuses: the rest is not read`;
      repository.report({ kind: 'limit', message, path: first });
      missing ??= message;
      break;
    }
    const body = readDocument(repository, path);
    if (!body) continue;
    documents.set(path, body);
    for (const { at, kind, target } of includesOf(body)) {
      if (kind !== 'local') {
        missing ??= `${target || 'what is included'} is kept outside of the repository`;
        continue;
      }
      const meant = filesMeant(target, root, repository.paths);
      queue.push(...meant);
      if (meant.length > 0) continue;
      missing ??= `the included ${target} is not there`;
      if (!target.includes('$'))
        repository.report({
          kind: 'invalid',
          message: `includes ${target}, which is not in the repository: GitLab refuses the whole pipeline`,
          path,
          file: at.file,
          start: at.start,
          end: at.end,
        });
    }
  }
  return { documents, missing };
}

function readDocument(repository: Repository, path: string): Node | undefined {
  const file = repository.read(path);
  if (!file) return undefined;
  if (file.text.length > longest) {
    const message = 'the file is longer than 1 MiB, which GitLab does not take for a pipeline: split it';
    repository.report({ kind: 'limit', message, path, file });
    return undefined;
  }
  const { documents, problems } = parseYaml(file, 'core');
  for (const problem of problems) repository.report(problem);
  // inputs may be declared in a document of their own in front
  const body = documents.length > 1 && documents[0]!.peek('spec') ? documents[1] : documents[0];
  if (body && body.content instanceof Mapping) return body;
  if (problems.length === 0)
    repository.report({
      kind: 'invalid',
      message: 'the file holds no map, so GitLab reads no job from it',
      path,
      file,
    });
  return undefined;
}
