import type { Problem } from '../../model/problem.ts';
import type { Repository } from '../../model/repository.ts';
import type { Resource, Unit } from '../../model/resource.ts';
import { SourceFile } from '../../model/source-file.ts';
import { parseYaml } from '../../syntax/yaml/parse-yaml.ts';
import { environmentFields } from '../environment.ts';
import { inParallel } from '../in-parallel.ts';
import { collectObjects, type KubernetesObject, resourceOf } from '../kubernetes/objects.ts';
import type { Reader, Reading, ReadOptions } from '../reader.ts';
import { type ChartRenderer, renderLanes } from '../renderer.ts';
import { chartTrace } from './chart-trace.ts';
import {
  type Chart,
  foldersOfCharts,
  mostValuesFiles,
  partOf,
  pathsBelow,
  readChart,
  relativeTo,
  within,
} from './charts.ts';
import { toolRenderer } from './tool-renderer.ts';
import { writtenInChart } from './written-in-chart.ts';

/** What became of a repository's charts. */
export interface HelmReading extends Reading {
  /** files that are no manifests of their own: templates, values, subcharts, and CRDs of charts that were rendered */
  readonly taken: ReadonlySet<string>;
}

const readings = new WeakMap<Repository, Promise<HelmReading>>();

/** Helm charts, rendered with their own values and once more with each further values file, each a unit. */
export const helmReader: Reader = { name: 'helm', read: readCharts };

/** Reads the charts of a repository once; the Kubernetes reader asks too, for what they took. */
export function readCharts(repository: Repository, options: ReadOptions): Promise<HelmReading> {
  const reading = readings.get(repository) ?? read(repository, options, toolRenderer(repository));
  readings.set(repository, reading);
  return reading;
}

/** One rendering of a chart. */
interface Release {
  readonly chart: Chart;
  readonly values: string | undefined;
  readonly unit: Unit;
}

async function read(
  repository: Repository,
  options: ReadOptions,
  renderer: ChartRenderer,
): Promise<HelmReading> {
  const units: Unit[] = [];
  const resources: Resource[] = [];
  const taken = new Set<string>();
  const understood = new Set<string>();
  const charts = foldersOfCharts(repository)
    .map((folder) => readChart(repository, folder))
    .filter((chart) => chart !== undefined);
  for (const folder of foldersOfCharts(repository))
    take(repository, folder, (part) => part !== 'crds', taken);
  for (const { folder, isLibrary } of charts)
    take(repository, folder, (part) => isLibrary || part === 'chart' || part === 'values', understood);
  const releases = charts.flatMap((chart) => releasesOf(repository, chart, options));
  const renderings = await inParallel(releases, renderLanes, ({ chart, values }) =>
    renderer.render({
      folder: chart.folder,
      release: chart.name,
      values: values ? [values] : [],
      kubernetesVersion: options.kubernetesVersion,
    }),
  );
  for (const [at, release] of releases.entries()) {
    const { chart, values, unit } = release;
    const rendering = renderings[at]!;
    if (!rendering.ok) {
      // without a tool, once for each chart says enough
      if (rendering.missing && values) continue;
      const what = `the chart ${chart.folder}${values ? ` with ${relativeTo(chart.folder, values)}` : ''}`;
      report(repository, chart, rendering.kind, `${what} is not rendered: ${rendering.message}`);
      continue;
    }
    units.push(unit);
    for (const files of [taken, understood]) take(repository, chart.folder, () => true, files);
    for (const object of objectsOfRendered(repository, release, rendering.text))
      resources.push(resourceOf(object, unit));
  }
  return { units, resources, files: [...understood], taken };
}

function objectsOfRendered(
  repository: Repository,
  { chart, values }: Release,
  text: string,
): readonly KubernetesObject[] {
  let objects: readonly KubernetesObject[] = [];
  const trace = chartTrace(repository, chart, values, () => objects);
  const path = within(chart.folder, 'Chart.yaml');
  const file = new SourceFile(path, text, trace, writtenInChart(repository, chart, values));
  const { documents, problems } = parseYaml(file);
  for (const { kind, message } of problems)
    report(repository, chart, kind, `in what the chart ${chart.folder} is rendered to: ${message}`);
  objects = collectObjects(documents);
  return objects;
}

/** The renderings that a chart is due; what keeps it from being rendered is reported. */
function releasesOf(repository: Repository, chart: Chart, options: ReadOptions): readonly Release[] {
  if (chart.isLibrary) return [];
  if (!options.render) {
    report(
      repository,
      chart,
      'tool',
      `the chart ${chart.folder} is not rendered, because rendering is switched off`,
    );
    return [];
  }
  if (chart.missing.length > 0) {
    const names = chart.missing.map(({ name }) => name).join(', ');
    const message = `the chart ${chart.folder} is not rendered, because its dependencies are not in its charts folder (${names}): run \`helm dependency build ${chart.folder}\``;
    repository.report({
      kind: 'tool',
      path: chart.missing[0]!.node.file.path,
      message,
      ...placeOf(chart.missing[0]!.node),
    });
    return [];
  }
  if (chart.values.length > mostValuesFiles)
    report(
      repository,
      chart,
      'limit',
      `the chart ${chart.folder} has ${chart.values.length} values files: the first ${mostValuesFiles} are rendered`,
    );
  return [undefined, ...chart.values.slice(0, mostValuesFiles)].map((values) => ({
    chart,
    values,
    unit: unitOf(chart.folder, values, options),
  }));
}

function unitOf(folder: string, values: string | undefined, options: ReadOptions): Unit {
  const own = values && relativeTo(folder, values);
  return {
    id: `helm:${folder}${own ? ` (${own})` : ''}`,
    kind: 'helm',
    path: folder,
    ...environmentFields(options, values ?? folder, ...(own ? [own] : []), `${folder}/`),
    kubernetesVersion: options.kubernetesVersion,
  };
}

function take(
  repository: Repository,
  folder: string,
  wanted: (part: NonNullable<ReturnType<typeof partOf>>) => boolean,
  into: Set<string>,
): void {
  for (const path of pathsBelow(repository, folder)) {
    const part = partOf(relativeTo(folder, path));
    if (part && wanted(part)) into.add(path);
  }
}

function report(repository: Repository, chart: Chart, kind: Problem['kind'], message: string): void {
  repository.report({ kind, path: chart.body.file.path, message });
}

function placeOf({ file, start, end }: Chart['body']): Pick<Problem, 'file' | 'start' | 'end'> {
  return { file, start, end };
}
