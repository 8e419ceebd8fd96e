import type { Severity } from '../model/dimension.ts';
import type { Report } from './report.ts';

/** What a format may say about a check beyond what its findings carry. */
export interface Rule {
  readonly title: string;
  readonly why: string;
  readonly docsUrl?: string;
  /** before context moved it; the worst of its findings where it is not given */
  readonly severity?: Severity;
}

/** Looks a check up by its id. */
export type Catalogue = (id: string) => Rule | undefined;

export interface RenderOptions {
  /** whether escape sequences for colour may be written */
  readonly colour: boolean;
  /** columns of the terminal */
  readonly width: number;
  /** findings that fail the run and the outcome, nothing else */
  readonly quiet: boolean;
  /** every place of every finding, and what is otherwise only counted */
  readonly verbose: boolean;
  /**
   * Put before every path, for readers that do not stand in the folder verified: `examples/shop` for a
   * terminal above it, or what leads there from the top of the repository for a code host.
   */
  readonly pathPrefix?: string;
  /** where a code host shows the top of the tree at this commit: `https://host/owner/name/blob/1f3c9a7` */
  readonly sourceUrl?: string;
  readonly catalogue?: Catalogue;
}

/** Makes a text of a report. The text ends with a line break. */
export type Render = (report: Report, options: RenderOptions) => string;

/** A path of the report as the reader of the rendering would write it. */
export function pathFor(file: string, { pathPrefix }: Pick<RenderOptions, 'pathPrefix'>): string {
  if (!pathPrefix || pathPrefix === '.') return file;
  return pathPrefix.endsWith('/') ? pathPrefix + file : `${pathPrefix}/${file}`;
}

/** The address of a line on the code host, where one is known. Only http and https are followed from a report. */
export function urlFor(
  file: string,
  line: number,
  options: Pick<RenderOptions, 'pathPrefix' | 'sourceUrl'>,
): string | undefined {
  if (!options.sourceUrl || !/^https?:\/\//i.test(options.sourceUrl)) return undefined;
  return `${options.sourceUrl.replace(/\/$/, '')}/${encodePath(pathFor(file, options))}#L${line}`;
}

/** A relative path as a relative URI: each segment escaped, so that no character of a name can mean more than itself. */
export function encodePath(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd')))
    .join('/');
}
