import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import type { Repository } from '../../model/repository.ts';
import type { Resource, Unit } from '../../model/resource.ts';
import { parseYaml } from '../../syntax/yaml/parse-yaml.ts';
import type { Reader } from '../reader.ts';
import { placeOf } from './file-name.ts';
import { problemsOfAction, problemsOfWorkflow } from './structure.ts';

/** A longer one is generated, or no workflow at all: 1 MiB. */
const longest = 1024 * 1024;

/**
 * Reads workflows and composite actions; the body is the whole document. Workflows of one repository, and what they
 * use of it, are one unit. Addresses: `workflow/ci.yml`, `action/.github/actions/setup`.
 */
export const githubActionsReader: Reader = {
  name: 'github-actions',
  read(repository) {
    const units = new Map<string, Unit>();
    const resources: Resource[] = [];
    const files: string[] = [];
    for (const path of repository.paths) {
      const place = placeOf(path);
      const body = place && readDocument(repository, path);
      if (!body) continue;
      const isAction = place.type === 'action';
      if (isAction && !body.peek('runs', 'using')) continue;
      const { problems, isUsable } = isAction ? problemsOfAction(body) : problemsOfWorkflow(body);
      for (const { message, at } of problems)
        repository.report({ kind: 'invalid', message, path, file: at.file, start: at.start, end: at.end });
      files.push(path);
      if (!isUsable) continue;
      const unit: Unit = units.get(place.root) ?? {
        id: `github-actions:${place.root}`,
        kind: 'github-actions',
        path: place.root,
      };
      units.set(place.root, unit);
      const { type, address, name } = place;
      resources.push({ address, type, name, source: 'github-actions', unit, body });
    }
    return { units: [...units.values()], resources, files };
  },
};

function readDocument(repository: Repository, path: string): Node | undefined {
  const file = repository.read(path);
  if (!file) return undefined;
  if (file.text.length > longest) {
    const message =
      'the file is longer than 1 MiB, which GitHub does not take for a workflow: exclude or split it';
    repository.report({ kind: 'limit', message, path, file });
    return undefined;
  }
  const { documents, problems } = parseYaml(file, 'core');
  for (const problem of problems) repository.report(problem);
  const [body, second] = documents;
  if (second)
    repository.report({
      kind: 'invalid',
      message: 'only the first document of the file counts: take the others out',
      path,
      file,
      start: second.start,
      end: second.end,
    });
  if (body && body.content instanceof Mapping) return body;
  if (problems.length === 0)
    repository.report({
      kind: 'invalid',
      message: 'the file holds no map, so GitHub reads nothing from it',
      path,
      file,
    });
  return undefined;
}
