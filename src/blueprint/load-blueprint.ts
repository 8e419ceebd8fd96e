import { problemAt, validate } from '../config/validate.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceFile } from '../model/source-file.ts';
import { parseYaml } from '../syntax/yaml/parse-yaml.ts';
import type { Blueprint } from './blueprint.ts';
import { shownAt } from './complaint.ts';
import { fillIn } from './fill-in.ts';
import { type Guidance, noGuidance, withGuidance } from './guidelines.ts';
import { otherWords } from './other-words.ts';
import { checkBackups } from './rules/backups.ts';
import { checkCycles } from './rules/cycles.ts';
import { checkEvents } from './rules/events.ts';
import { checkHosts } from './rules/hosts.ts';
import { checkNames } from './rules/names.ts';
import { checkNetworks } from './rules/networks.ts';
import { checkReferences } from './rules/references.ts';
import { checkRegions } from './rules/regions.ts';
import { checkSchedules } from './rules/schedules.ts';
import { checkTwice } from './rules/twice.ts';
import { checkUnfit } from './rules/unfit.ts';
import { checkValues } from './rules/values.ts';
import { checkVersions } from './rules/versions.ts';
import { blueprintSchema } from './schema.ts';
import { importScore } from './score.ts';

const rules = [
  checkNames,
  checkReferences,
  checkEvents,
  checkTwice,
  checkUnfit,
  checkRegions,
  checkCycles,
  checkNetworks,
  checkValues,
  checkHosts,
  checkSchedules,
  checkVersions,
  checkBackups,
];

/** A blueprint, or everything that is wrong with it: there is one only where there are no problems. */
export interface LoadedBlueprint {
  readonly blueprint?: Blueprint;
  readonly problems: readonly Problem[];
}

/**
 * Reads `plinth.yaml`.
 * @param open gives files that it imports, by their path from it
 * @param guidance fills in what the blueprint leaves open
 */
export function loadBlueprint(
  file: SourceFile,
  open: (path: string) => SourceFile | undefined = () => undefined,
  guidance: Guidance = noGuidance,
): LoadedBlueprint {
  const { documents, problems } = parseYaml(file, 'core');
  if (problems.length > 0) return { problems: problems.map((one) => ({ ...one, kind: 'configuration' })) };
  const [document] = documents;
  if (!document || document.content === null || documents.length > 1) {
    const message = document?.content
      ? 'a blueprint is one document, and there are several: give each its own file'
      : 'the blueprint is empty: `plinth init` writes one';
    return { problems: [{ kind: 'configuration', message, path: file.path, file, start: 0, end: 0 }] };
  }
  const { value, problems: wrong } = validate(blueprintSchema, document, otherWords);
  if (!value || wrong.length > 0) return { problems: wrong };
  const imported = importScore(value, document, open);
  const blueprint = fillIn(withGuidance(imported.written, guidance), document);
  const complaints = rules.flatMap((rule) => rule(blueprint));
  const all = [
    ...imported.problems,
    ...complaints.map(({ path, message }) => problemAt(document, shownAt(document, path), message)),
  ];
  return all.length > 0 ? { problems: all } : { blueprint, problems: [] };
}
