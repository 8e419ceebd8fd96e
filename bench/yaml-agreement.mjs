// Whether parseYaml reads every YAML file below a folder as js-yaml does, and the quick parser as the full one.
// Usage: node bench/yaml-agreement.mjs <folder>
import { isDeepStrictEqual } from 'node:util';
import {
  CORE_SCHEMA,
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  loadAll,
  mapTag,
  mergeTag,
  seqTag,
} from 'js-yaml';
import { load } from '../scripts/load.mjs';
import { yamlFiles } from './yaml-files.mjs';
import { placed } from './yaml-placed.mjs';

const folder = process.argv[2];
if (!folder) throw new Error('usage: node bench/yaml-agreement.mjs <folder>');
const { parseFully, parseYaml, Problems, SourceFile, splitDocuments, Unreadable } =
  await load('bench/yaml-entry.ts');
// tags of an application, as CloudFormation's !Ref, mean nothing here
const any = { matchByTagPrefix: true };
const schema = CORE_SCHEMA.withTags(
  mergeTag,
  defineScalarTag('!', { ...any, resolve: (text) => text, identify: () => false }),
  defineSequenceTag('!', { ...seqTag, ...any, finalize: undefined, identify: () => false }),
  defineMappingTag('!', { ...mapTag, ...any, finalize: undefined, identify: () => false }),
);

const counts = {
  files: 0,
  documents: 0,
  'only parseYaml reads it': 0,
  'neither reads it': 0,
  differences: 0,
};
for (const [path, text] of yamlFiles(folder)) {
  counts.files++;
  const file = new SourceFile(path, text);
  const ours = parseYaml(file, 'core');
  counts.documents += ours.documents.length;
  const theirs = attempt(() => loadAll(text, { schema, maxDepth: 200, json: true }));
  const unread = ours.problems.filter((problem) => problem.kind !== 'invalid');
  if (theirs === undefined) {
    counts[unread.length ? 'neither reads it' : 'only parseYaml reads it']++;
    if (!unread.length) console.log(`only parseYaml reads it: ${path}`);
  } else if (unread.length) differ(path, `js-yaml reads it: ${unread[0].message}`);
  else if (!isDeepStrictEqual(plainOf(ours.documents), theirs)) differ(path, 'other values');
  compareParsers(file);
}
for (const [what, count] of Object.entries(counts)) console.log(`${what}: ${count}`);
process.exitCode = counts.differences ? 1 : 0;

/** The places that the quick parser gives must be those of the full one. */
function compareParsers(file) {
  for (const { start, end } of splitDocuments(file.text)) {
    const part = new SourceFile(file.path, file.text.slice(start, end));
    const quick = parseYaml(part, 'core');
    const full = attempt(() => parseFully(part, 0, part.text.length, 'core', new Problems(part)));
    if (full && !isDeepStrictEqual(quick.documents.map(placed), full.map(placed)))
      differ(file.path, 'the quick parser and the full one give other places');
  }
}

function plainOf(documents) {
  return documents.map((node) => node.plain());
}

function attempt(parse) {
  try {
    return parse();
  } catch (error) {
    if (error?.name === 'YAMLException' || error instanceof Unreadable) return undefined;
    throw error;
  }
}

function differ(path, how) {
  counts.differences++;
  console.log(`${path}: ${how}`);
}
