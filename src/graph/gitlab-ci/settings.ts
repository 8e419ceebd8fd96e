import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import { entriesOf, itemsOf } from '../look.ts';
import type { Pipeline } from './pipeline.ts';

/** What a job takes from `default`, or from the top level as it was before that. Source: docs.gitlab.com/ci/yaml, `default`. */
const inherited = new Set([
  'after_script',
  'artifacts',
  'before_script',
  'cache',
  'hooks',
  'id_tokens',
  'image',
  'interruptible',
  'retry',
  'services',
  'tags',
  'timeout',
]);

/** Jobs extend one another this deep. Source: docs.gitlab.com/ci/yaml, `extends`. */
const deepestExtends = 11;
const deepestReference = 10;
/** References that hold references multiply; no pipeline of a person has as many lines. */
const mostLines = 2000;

/** The settings of one job, the strongest first: itself, what it extends (the last named wins), the defaults. */
export class Settings {
  #layers: readonly Node[] | undefined;

  constructor(
    private readonly pipeline: Pipeline,
    private readonly name: string,
  ) {}

  /** The job's own settings and those that it extends, the strongest first. */
  get layers(): readonly Node[] {
    if (!this.#layers) {
      const found = new Map<string, readonly Node[]>();
      this.addLayers(this.name, 0, found);
      this.#layers = [...found.values()].flat();
    }
    return this.#layers;
  }

  /** The value of a keyword as it holds for the job. */
  get(keyword: string): Node | undefined {
    for (const layer of this.layers) {
      const found = layer.peek(keyword);
      if (found) return this.referenced(found);
    }
    if (!inherited.has(keyword) || !this.inherits(keyword)) return undefined;
    return this.pipeline.global('default')?.peek(keyword) ?? this.pipeline.global(keyword);
  }

  /** The text of a keyword, where it is a scalar. */
  text(keyword: string): string | undefined {
    const content = this.get(keyword)?.content;
    return content === undefined || content === null || typeof content === 'object'
      ? undefined
      : String(content);
  }

  /** The entries of a map that layers add to (`variables`, `artifacts`); those of the whole pipeline last. */
  entries(keyword: string): ReadonlyMap<string, Node> {
    const found = new Map<string, Node>();
    const isGlobal = keyword === 'variables' || inherited.has(keyword);
    const holders = [
      ...this.layers.map((layer) => layer.peek(keyword)),
      ...(isGlobal && this.inherits(keyword)
        ? [this.pipeline.global('default')?.peek(keyword), this.pipeline.global(keyword)]
        : []),
    ];
    for (const holder of holders)
      for (const [key, value] of entriesOf(holder)) if (!found.has(key)) found.set(key, value);
    return found;
  }

  /** The lines of `before_script`, `script` and `after_script`, references put in. */
  lines(...sections: readonly string[]): readonly Node[] {
    const found: Node[] = [];
    for (const section of sections) this.addLines(this.get(section), 0, found);
    return found;
  }

  private addLines(node: Node | undefined, depth: number, found: Node[]): void {
    if (!node || depth > deepestReference) return;
    for (const item of itemsOf(node)) {
      if (found.length >= mostLines) return;
      const target = this.referenced(item);
      if (target !== item || Array.isArray(item.content)) this.addLines(target, depth + 1, found);
      else found.push(item);
    }
  }

  /** What `!reference [job, keyword]` stands for; the node itself where it is none. */
  private referenced(node: Node): Node {
    if (!isReference(node)) return node;
    const [job, ...path] = (node.content as readonly Node[]).map(({ content }) => String(content));
    for (const declared of this.pipeline.declared.get(job ?? '') ?? []) {
      const found = declared.peek(...path);
      if (found) return found;
    }
    return node;
  }

  private inherits(keyword: string): boolean {
    const field = keyword === 'variables' ? 'variables' : 'default';
    for (const layer of this.layers) {
      const inherit = layer.peek('inherit', field)?.content;
      if (inherit === false) return false;
      if (Array.isArray(inherit) && field === 'default')
        return (inherit as readonly Node[]).some(({ content }) => content === keyword);
    }
    return true;
  }

  /** Adds what a job says and what it extends; each job once, since an earlier mention outweighs a later one. */
  private addLayers(name: string, depth: number, found: Map<string, readonly Node[]>): void {
    if (found.has(name) || depth > deepestExtends) return;
    const own = this.pipeline.declared.get(name) ?? [];
    found.set(name, own);
    const parents = own.map((node) => node.peek('extends')).find((node) => node !== undefined);
    const names = itemsOf(parents).map(({ content }) => String(content));
    for (const parent of names.reverse()) this.addLayers(parent, depth + 1, found);
  }
}

/** YAML readers drop the tag; it stands in front of the list. */
function isReference({ content, file, start }: Node): boolean {
  return (
    Array.isArray(content) &&
    content.length > 0 &&
    !content.some((item: Node) => item.content instanceof Mapping) &&
    /!reference\s*$/.test(file.text.slice(Math.max(0, start - 24), start))
  );
}
