import { homedir } from 'node:os';
import { join } from 'node:path';
import { SourceFile } from '../model/source-file.ts';
import { readText } from './read-text.ts';

const names = ['AGENTS.md', 'CLAUDE.md'];
const ofUser = ['.config/AGENTS.md', '.codex/AGENTS.md', '.claude/CLAUDE.md'];

/** The guideline files that are there: first the user's own, then those of the project's folder. */
export function findGuidelines(folder: string, home: string | undefined = homedir()): SourceFile[] {
  const places = [
    ...(home === undefined ? [] : ofUser.map((name) => ({ full: join(home, name), shown: `~/${name}` }))),
    ...names.map((name) => ({ full: join(folder, name), shown: name })),
  ];
  return places.flatMap(({ full, shown }) => {
    const read = readText(full);
    return 'text' in read ? [new SourceFile(shown, read.text)] : [];
  });
}
