import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import type { Origin, Step } from '../../model/origin.ts';
import type { Repository } from '../../model/repository.ts';
import type { SourceFile, Trace } from '../../model/source-file.ts';
import { parseYaml } from '../../syntax/yaml/parse-yaml.ts';
import type { KubernetesObject } from '../kubernetes/objects.ts';
import { follow, type PlaceStep, wayTo } from '../rendered-place.ts';
import { type Chart, within } from './charts.ts';
import {
  type Line,
  linesOfTemplate,
  locateInTemplate,
  type TemplateDocument,
  type TemplatePlace,
} from './template-lines.ts';

/**
 * Leads from a node of a rendered chart to the line of its template, or on to the values file where the template only
 * passes a value along. Nothing is searched before the first question.
 *
 * @param values the values file that it was rendered with
 * @param objects what was rendered; asked for lazily, because the trace exists before the text is parsed
 */
export function chartTrace(
  repository: Repository,
  chart: Chart,
  values: string | undefined,
  objects: () => readonly KubernetesObject[],
): Trace {
  let tracer: ChartTracer | undefined;
  return (node) => {
    tracer ??= new ChartTracer(repository, chart, values, objects());
    return tracer.trace(node);
  };
}

class ChartTracer {
  readonly #via: readonly Step[];
  readonly #values = new Map<string, Node | undefined>();
  readonly #lines = new Map<SourceFile, readonly Line[]>();

  constructor(
    private readonly repository: Repository,
    private readonly chart: Chart,
    private readonly valuesFile: string | undefined,
    private readonly objects: readonly KubernetesObject[],
  ) {
    this.#via = [{ what: `chart ${chart.folder}${valuesFile ? ` with ${valuesFile}` : ''}` }];
  }

  trace(node: Node): Node | Origin {
    const object = this.objects.find(({ body }) => body.start <= node.start && node.end <= body.end);
    const way = object && wayTo(object.body, node);
    const template = object && this.#templateOf(object.body);
    if (!way || !template) return { file: this.chart.body.file, start: 0, end: 0, via: this.#via };
    const place = locateInTemplate(this.#linesOf(template), this.#documentOf(object), way);
    const here = { file: template, start: place.start, end: place.end };
    const rest = way.slice(place.steps);
    const inValues =
      this.#passedWhole(template, place, rest, node) ??
      (rest.length === 0 ? this.#passedAlong(template, place.text, node) : undefined);
    if (!inValues) return { ...here, via: this.#via };
    if (inValues.exact) return inValues.node;
    const { file, keyStart, end } = inValues.node;
    return { file, start: keyStart, end, via: [...this.#via, { what: 'template', ...here }] };
  }

  #linesOf(template: SourceFile): readonly Line[] {
    const lines = this.#lines.get(template) ?? linesOfTemplate(template.text);
    this.#lines.set(template, lines);
    return lines;
  }

  #documentOf({ body, kind, name }: KubernetesObject): TemplateDocument {
    const source = sourceOf(body);
    const same = this.objects.filter((other) => other.kind === kind && sourceOf(other.body) === source);
    return { kind, name, ordinal: same.findIndex((other) => other.body === body) };
  }

  #templateOf(body: Node): SourceFile | undefined {
    const source = sourceOf(body);
    if (source === undefined) return undefined;
    const path = within(this.chart.folder, source.slice(source.indexOf('/') + 1));
    return this.repository.has(path) ? this.repository.read(path) : undefined;
  }

  /** `key: {{ .Values.a.b | quote }}`: what sets `a.b`. Of several values in one line, the last that is set. */
  #passedAlong(template: SourceFile, text: string, node: Node): Passed | undefined {
    if (!isScalar(node)) return undefined;
    const names = [...text.matchAll(/\.Values\.([\w.]+)/g)].map((match) => match[1]!);
    for (const name of names.toReversed()) {
      const found = this.#value(template, name.split('.'));
      if (found) return { node: found, exact: alone.test(text) && found.content === node.content };
    }
    return undefined;
  }

  /** `{{ toYaml .Values.resources | nindent 8 }}` at or below a key: the rest of the way leads on in the values. */
  #passedWhole(
    template: SourceFile,
    { expressions: text, isPassed }: TemplatePlace,
    rest: readonly PlaceStep[],
    node: Node,
  ): Passed | undefined {
    if (rest.length === 0 && (isScalar(node) || !isPassed)) return undefined;
    const name =
      /toYaml\s+\(?\$?\.Values\.([\w.]+)/.exec(text)?.[1] ??
      /\.Values\.([\w.]+)\s*\|\s*toYaml/.exec(text)?.[1] ??
      (/toYaml\s+\./.test(text) ? /with\s+\$?\.Values\.([\w.]+)/.exec(text)?.[1] : undefined);
    const root = name && this.#value(template, name.split('.'));
    if (!root) return undefined;
    const found = follow(root, rest);
    const same = isScalar(node) ? found.node.content === node.content : !isScalar(found.node);
    return { node: found.node, exact: found.steps === rest.length && same };
  }

  /** The node that sets a value: in the values file given, otherwise in the chart's own, a subchart's below its name. */
  #value(template: SourceFile, names: readonly string[]): Node | undefined {
    const subcharts = [...template.path.slice(this.chart.folder.length).matchAll(/charts\/([^/]+)\//g)].map(
      (match) => match[1]!,
    );
    const own = within(this.chart.folder, 'values.yaml');
    for (const path of this.valuesFile ? [this.valuesFile, own] : [own]) {
      const found = this.#valuesOf(path)?.peek(...subcharts, ...names);
      if (found) return found;
    }
    if (subcharts.length === 0) return undefined;
    const folder = template.path.slice(0, template.path.lastIndexOf('templates/'));
    return this.#valuesOf(`${folder}values.yaml`)?.peek(...names);
  }

  #valuesOf(path: string): Node | undefined {
    if (!this.#values.has(path)) {
      const file = this.repository.has(path) ? this.repository.read(path) : undefined;
      this.#values.set(path, file && parseYaml(file).documents[0]);
    }
    return this.#values.get(path);
  }
}

/** What a template passed along from the values. */
interface Passed {
  readonly node: Node;
  /** whether the rendered text is the node's own, so that a fix may edit it */
  readonly exact: boolean;
}

/** A line that passes one value along as it is. */
const alone =
  /^[^:]+:\s*["']?\{\{-?\s*\$?\.Values\.[\w.]+\s*(\|\s*(quote|squote|int|toString)\s*)?-?\}\}["']?$/;

/** What Helm names above each document: `shop/templates/deployment.yaml`. */
function sourceOf({ file, start }: Node): string | undefined {
  const at = file.text.lastIndexOf('# Source: ', start);
  return at < 0 ? undefined : file.text.slice(at + '# Source: '.length, file.text.indexOf('\n', at)).trim();
}

function isScalar({ content }: Node): boolean {
  return !(content instanceof Mapping) && !Array.isArray(content);
}
