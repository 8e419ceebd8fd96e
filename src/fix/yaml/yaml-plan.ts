import type { Node, Plain } from '../../model/node.ts';
import { SourceFile } from '../../model/source-file.ts';
import { parseJson } from '../../syntax/yaml/parse-json.ts';
import { parseYaml } from '../../syntax/yaml/parse-yaml.ts';
import type { Change, Refused } from '../change.ts';
import { equal } from '../pending.ts';
import { type Placement, Plan } from '../plan.ts';
import type { Splice, Spliced } from '../splice.ts';
import { createIn } from './create.ts';
import { expectedData } from './expected.ts';
import { type Located, locate } from './locate.ts';
import { remove } from './remove.ts';
import { type Style, styleOf } from './render.ts';
import { replace } from './replace.ts';

/** A map or list that gets new entries, behind a key or behind the last. */
interface Container {
  readonly located: Located;
  readonly after: string | undefined;
}

/** Changes to a YAML or JSON file. What is not changed stays as it is, to the byte. */
export class YamlPlan extends Plan<Container> {
  private readonly documents: readonly Node[];
  private readonly problems: number;
  private readonly style: Style;
  private readonly containers = new Map<string, Container>();

  constructor(
    file: SourceFile,
    private readonly json: boolean,
  ) {
    super(file);
    const { documents, problems } = parse(file, json);
    this.documents = documents;
    this.problems = problems.length;
    this.style = styleOf(file.text, json);
  }

  protected override place(change: Change): Placement<Container> {
    if (change.kind === 'text') return { splices: [change] };
    const located = locate(this.documents, change.kind === 'create' ? change.in : change.node);
    if (!located) return { refused: 'it stands in the file by an alias, or in a part that cannot be read' };
    switch (change.kind) {
      case 'replace':
        return { splices: replace(located, change.value, this.style) };
      case 'remove':
        return remove(located, this.style);
      case 'create': {
        const { node } = located;
        if (this.file.text[node.start] === '*')
          return { refused: 'an alias stands there: change its anchor by hand' };
        const { after } = change;
        const id = `${node.start} ${after ?? ''}`;
        const container = this.containers.get(id) ?? { located, after };
        this.containers.set(id, container);
        const [key] = change.path;
        const { length } = Array.isArray(node.content) ? node.content : [];
        if (typeof key === 'number' && key !== length)
          return { refused: `there is no item ${key - 1} that it could follow` };
        return { container, path: change.path, value: change.value };
      }
    }
  }

  protected override create({ located, after }: Container, value: Plain): readonly Splice[] {
    return createIn(located, value, this.style, after);
  }

  protected override depthOf({ located }: Container): number {
    let depth = 0;
    for (let at = located.parent; at; at = at.parent) depth++;
    return depth;
  }

  /** The new text is read again: it must hold what it held before and the changes, and nothing else. */
  protected override settle({ text }: Spliced): { readonly text: string } | Refused {
    const { documents, problems } = parse(new SourceFile(this.file.path, text), this.json);
    if (problems.length > this.problems) return unlike;
    const expected = expectedData(this.documents, this.changes);
    if (!expected) return { text };
    const same =
      expected.length === documents.length && documents.every((one, at) => equal(one.plain(), expected[at]!));
    return same ? { text } : unlike;
  }
}

const unlike: Refused = {
  refused:
    'it would change something else too (an anchor, or a layout that is not understood): mend it by hand',
};

function parse(file: SourceFile, json: boolean) {
  return json ? parseJson(file) : parseYaml(file);
}
