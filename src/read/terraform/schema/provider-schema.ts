import type { BlockSchema, TypeSchema, VersionSet } from './block-schema.ts';
import { parseBlock, versionsOf } from './parse-block.ts';
import { parseRules, type TypeRules } from './type-rules.ts';
import { parseVersion, type Version } from './version.ts';

/** What a file of data/terraform/ holds. */
export interface SchemaData {
  readonly versions: readonly string[];
  /** those of them after which the same major had no other release */
  readonly finals: readonly string[];
  readonly schemas: string;
  /** of the oldest described version, where they are known */
  readonly rules?: string;
}

/** What several versions of a provider take. Types are read from the text when they are asked for. */
export class ProviderSchema {
  readonly versions: readonly Version[];
  readonly #heads = new Map<string, string>();
  readonly #lines: readonly string[];
  readonly #types = new Map<string, TypeSchema>();
  readonly #blocks = new Map<string, BlockSchema>();
  readonly #rules = new Map<string, TypeRules>();
  #ruleLines: Map<string, string> | undefined;
  /** all described versions */
  readonly #all: VersionSet;

  constructor(
    /** as in `hashicorp/aws` */
    readonly name: string,
    private readonly data: SchemaData,
  ) {
    this.versions = data.versions.map((text) => parseVersion(text)!);
    this.#all = (1 << data.versions.length) - 1;
    const end = data.schemas.indexOf('\n\n');
    for (const line of data.schemas.slice(0, end).split('\n')) {
      const at = line.indexOf(' ');
      this.#heads.set(line.slice(0, at), line.slice(at + 1));
    }
    this.#lines = data.schemas.slice(end + 2).split('\n');
  }

  /** Whether the major of a described version ended with it. */
  isFinal(at: number): boolean {
    return this.data.finals.includes(this.data.versions[at]!);
  }

  /** All resource types, and data sources with `data.` in front. */
  get typeNames(): Iterable<string> {
    return this.#heads.keys();
  }

  /** A resource type, or `data.` and a data source; `undefined` where no described version has it. */
  type(name: string): TypeSchema | undefined {
    const known = this.#types.get(name);
    const head = this.#heads.get(name);
    if (known || head === undefined) return known;
    const [number, letters] = head.split('@');
    const type: TypeSchema = {
      block: this.blockAt(number!),
      versions: letters === undefined ? this.#all : versionsOf(letters),
    };
    this.#types.set(name, type);
    return type;
  }

  /** What is demanded of a type beside its schema, by the oldest described version. */
  rulesOf(type: string): TypeRules | undefined {
    if (!this.#ruleLines) {
      this.#ruleLines = new Map();
      for (const line of (this.data.rules ?? '').split('\n')) {
        const name = line.slice(0, line.indexOf(' '));
        if (!this.#ruleLines.has(name)) this.#ruleLines.set(name, line);
      }
    }
    const known = this.#rules.get(type);
    const line = this.#ruleLines.get(type);
    if (known || line === undefined || type === '') return known;
    const rules = parseRules(line);
    this.#rules.set(type, rules);
    return rules;
  }

  private readonly blockAt = (number: string): BlockSchema => {
    let block = this.#blocks.get(number);
    if (!block) {
      block = parseBlock(this.#lines[Number.parseInt(number, 36)]!, {
        all: this.#all,
        blockAt: this.blockAt,
      });
      this.#blocks.set(number, block);
    }
    return block;
  };
}
