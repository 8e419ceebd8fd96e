import { readFileSync, readlinkSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type { Problem } from '../model/problem.ts';
import type { Root } from './root.ts';

/** Symbolic links into a git submodule are all lost where it is not checked out: one command brings them back. */
export class AbsentSubmodules {
  #folders: readonly string[] | undefined;
  readonly #lost = new Map<string, string[]>();

  constructor(private readonly root: Root) {}

  /** Whether a link that leads nowhere leads into a submodule; it is told of at the end. */
  take(path: string): boolean {
    this.#folders ??= submodulesOf(this.root);
    if (this.#folders.length === 0) return false;
    const full = this.root.prefix + path;
    const target = resolve(dirname(full), readlinkSync(full));
    const folder = this.#folders.find((each) => `${target}${sep}`.startsWith(this.root.prefix + each + sep));
    if (folder === undefined) return false;
    const links = this.#lost.get(folder);
    if (links) links.push(path);
    else this.#lost.set(folder, [path]);
    return true;
  }

  report(report: (problem: Problem) => void): void {
    for (const [path, links] of this.#lost) {
      const what = links.length === 1 ? 'a symbolic link leads' : `${links.length} symbolic links lead`;
      const message = `the git submodule is not checked out, or lacks what is linked to: ${what} into it (${links.sort()[0]}${links.length > 1 ? ' is the first' : ''}) and nothing of that is read. Run \`git submodule update --init\``;
      report({ kind: 'unreadable', message, path });
    }
  }
}

/** Folders of the submodules of a repository. Source: git's documentation, gitmodules. */
function submodulesOf({ prefix }: Root): readonly string[] {
  try {
    const text = readFileSync(`${prefix}.gitmodules`, 'utf8');
    return [...text.matchAll(/^[ \t]*path[ \t]*=[ \t]*"?(.*?)\/?"?[ \t\r]*$/gm)]
      .map(([, path]) => path!)
      .filter((path) => path !== '');
  } catch {
    return [];
  }
}
