import { dirname, join, relative, resolve } from 'node:path';
import { blueprintJsonSchema } from '../blueprint/json-schema.ts';
import { readFileIn } from '../host/disk-repository.ts';
import { kindOf } from '../host/given-file.ts';
import { findScoreFiles } from '../host/score-files.ts';
import { writeTree } from '../host/write-tree.ts';
import { type Answers, faultsOf, firstBlueprint } from './first-blueprint.ts';
import { type Printed, UserError } from './options.ts';

const installedSchema = 'node_modules/plinth/dist/schema/blueprint.json';
const ownSchema = '.plinth/blueprint.schema.json';

/**
 * Writes a first blueprint, with workloads of Score files that are there, and beside it its schema for editors where
 * Plinth is not installed in the repository.
 * @param given the file, or the folder that gets `plinth.yaml`
 * @throws UserError where there is one already, or an answer is impossible
 */
export async function init(given: string, answers: Answers): Promise<Printed> {
  const path = kindOf(given) === 'folder' ? join(given, 'plinth.yaml') : given;
  if (kindOf(path) !== 'nothing')
    throw new UserError(`${path} is there already`, 'change it, or give another name');
  const folder = dirname(path);
  if (kindOf(folder) !== 'folder') throw new UserError(`there is no folder ${folder}`, 'make it first');
  const wrong = faultsOf(answers);
  if (wrong.length > 0) throw new UserError(wrong.join('\n'), 'nothing was written');
  const found = findScoreFiles(folder);
  const faults = faultsOf(answers, found, (file) => readFileIn(folder, file, () => {}));
  const imports = faults.length > 0 ? [] : found;
  const schema = installedFrom(folder);
  const text = firstBlueprint(answers, { schema: schema ?? `./${ownSchema}`, imports });
  try {
    await writeTree(folder, [
      { path: relative(folder, path), text },
      ...(schema === undefined && kindOf(join(folder, ownSchema)) === 'nothing'
        ? [{ path: ownSchema, text: `${JSON.stringify(blueprintJsonSchema(), null, 2)}\n` }]
        : []),
    ]);
  } catch (error) {
    throw new UserError(
      `nothing was written: ${(error as Error).message}`,
      'check the permissions of the folder',
    );
  }
  const told = [
    `${path} is written. Look at it, then:`,
    ...(imports.length > 0 ? [`  # it imports ${imports.join(', ')}`] : []),
    ...faults.map((fault) => `  # not imported: ${fault}`),
    `  plinth design ${folder === '.' ? '' : `${folder} `}--dry-run   # what would be written`,
    `  plinth design ${folder === '.' ? '' : `${folder} `}            # writes it, and tells what was decided and what it costs`,
  ];
  return { out: '', notes: `${told.join('\n')}\n`, code: 0 };
}

/** The schema of the Plinth that a repository has installed, from a folder in it. */
function installedFrom(folder: string): string | undefined {
  const start = resolve(folder);
  for (let at = start; ; at = dirname(at)) {
    const schema = join(at, installedSchema);
    if (kindOf(schema) === 'file') {
      const seen = relative(start, schema).replaceAll('\\', '/');
      return seen.startsWith('.') ? seen : `./${seen}`;
    }
    if (dirname(at) === at) return undefined;
  }
}
