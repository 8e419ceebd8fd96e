import type { Architecture } from './architecture.ts';

/** Texts by their path in the repository (`terraform/modules/network/main.tf`), each ending with a line feed. */
export type Files = ReadonlyMap<string, string>;

/**
 * Writes one kind of files from an architecture: the same files for the same architecture, always. It asks for
 * nothing else: no clock, no disk, no blueprint.
 */
export interface Target {
  /** the folder of src/design that it is in */
  readonly name: string;
  write(architecture: Architecture): Files;
}

/** Collects files of a target. */
export class FileSet {
  readonly #files = new Map<string, string>();

  /** @throws where a path is written twice, which no two parts may do */
  add(path: string, text: string): this {
    if (this.#files.has(path)) throw new Error(`${path} is written twice`);
    this.#files.set(path, text.endsWith('\n') ? text : `${text}\n`);
    return this;
  }

  addAll(files: Files): this {
    for (const [path, text] of files) this.add(path, text);
    return this;
  }

  /** In the order of their paths. */
  get files(): Files {
    return new Map([...this.#files].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
