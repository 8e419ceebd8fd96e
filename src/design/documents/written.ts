import type { Files } from '../target.ts';

/** What the other targets wrote. Documents point at it, and claim nothing that is not in it. */
export class Written {
  readonly #files: Files;
  readonly #paths: readonly string[];
  /** what was looked for before: documents ask for the same things */
  readonly #found = new Map<string, readonly string[]>();

  constructor(files: Files) {
    this.#files = files;
    this.#paths = [...files.keys()];
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  text(path: string): string {
    return this.#files.get(path) ?? '';
  }

  /** Paths in their order. @param holds what the text has to hold */
  find(path: RegExp, holds?: RegExp): readonly string[] {
    const asked = `${path} ${holds}`;
    let found = this.#found.get(asked);
    if (!found) {
      const among = holds === undefined ? this.#paths : this.find(path);
      const wanted = (one: string) => (holds ? holds.test(this.text(one)) : path.test(one));
      found = among.filter(wanted);
      this.#found.set(asked, found);
    }
    return found;
  }

  /** Whether anything is below a folder. */
  isFolder(folder: string): boolean {
    return this.#paths.some((path) => path.startsWith(`${folder}/`));
  }

  /** The folders, or files, that paths begin with: `terraform`, `.github`. */
  get top(): readonly string[] {
    return [...new Set(this.#paths.map((path) => path.split('/')[0]!))].sort();
  }
}
