import { accessSync, constants, cpSync, lstatSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { whileCopied } from './run-tool.ts';
import { withTemporaryFolder } from './temporary-folder.ts';

/** What no verification reads, and may be large: version control, packages, Terraform's provider binaries. */
const leftOut = new Set(['.git', '.hg', '.svn', 'node_modules', '.venv']);
const isProviders = (path: string) => path.endsWith(join('.terraform', 'providers'));

/** A copy of a folder in a temporary place, to try changes on before they are made. */
export interface WorkingCopy {
  readonly folder: string;
  /** Puts texts in place of files; what was put before and is not among them goes back to what it was. */
  lay(texts: ReadonlyMap<string, string>): void;
}

/** Makes a working copy for the time of one call. Version control and dependencies are left out; tools render from it as from the folder. */
export function withWorkingCopy<T>(folder: string, use: (copy: WorkingCopy) => Promise<T>): Promise<T> {
  return withTemporaryFolder('fix', (place) => {
    const laid = new Set<string>();
    const root = realpathSync(folder);
    cpSync(root, place, {
      recursive: true,
      verbatimSymlinks: true,
      // shares the blocks on disk where the file system can
      mode: constants.COPYFILE_FICLONE,
      filter: (source) => source === root || isCopied(source),
    });
    const copy: WorkingCopy = {
      folder: place,
      lay(texts) {
        for (const path of laid) if (!texts.has(path)) cpSync(join(folder, path), join(place, path));
        laid.clear();
        for (const [path, text] of texts) {
          writeFileSync(join(place, path), text);
          laid.add(path);
        }
      },
    };
    return whileCopied(root, () => use(copy));
  });
}

/** What cannot be read is told where the repository is read; a pipe would make us wait. */
function isCopied(source: string): boolean {
  if (leftOut.has(basename(source)) || isProviders(source)) return false;
  try {
    const found = lstatSync(source);
    if (found.isSymbolicLink()) return true;
    accessSync(source, constants.R_OK);
    return found.isFile() || found.isDirectory();
  } catch {
    return false;
  }
}
