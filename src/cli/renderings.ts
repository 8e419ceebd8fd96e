import { UserError } from '../operations/options.ts';

/** One `--format`, with the file that an `--output` beside it names. */
export interface Rendering {
  readonly format: string;
  output?: string;
}

/** Formats that are a whole document: nothing else may stand beside one on standard output. */
const documents = new Set(['json', 'sarif', 'junit', 'html', 'gitlab']);

/** Pairs formats with outputs as they are given: an output belongs to the format before it, or else to the next one. */
export class Renderings {
  readonly #all: Rendering[] = [];
  #waiting: string | undefined;

  addFormat(format: string): void {
    this.#all.push(this.#waiting === undefined ? { format } : { format, output: this.#waiting });
    this.#waiting = undefined;
  }

  addOutput(output: string): void {
    const last = this.#all.at(-1);
    if (last && last.output === undefined) last.output = output;
    else if (this.#waiting === undefined) this.#waiting = output;
    else throw withoutFormat(output);
  }

  /** What was asked for; `undefined` where nothing was. @throws UserError where it cannot be done */
  settle(): readonly Rendering[] | undefined {
    if (this.#waiting !== undefined) throw withoutFormat(this.#waiting);
    const outputs = this.#all.flatMap(({ output }) => output ?? []);
    const twice = outputs.find((output, at) => outputs.indexOf(output) < at);
    if (twice !== undefined)
      throw new UserError(
        `two formats cannot be written to ${twice}`,
        'give each --format an --output of its own',
      );
    const printed = this.#all.filter(({ output }) => output === undefined);
    const document = printed.find(({ format }) => documents.has(format));
    if (document && printed.length > 1)
      throw new UserError(
        `${printed.map(({ format }) => format).join(' and ')} cannot both be printed`,
        `write one to a file: --format ${document.format} --output <file>`,
      );
    return this.#all.length > 0 ? this.#all : undefined;
  }
}

function withoutFormat(output: string): UserError {
  return new UserError(
    `it is not said in which format ${output} is written`,
    `give it beside its format: --format json --output ${output}`,
  );
}
