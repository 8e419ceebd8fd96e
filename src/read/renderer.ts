import type { Problem } from '../model/problem.ts';
import type { ToolRun } from '../model/repository.ts';

/** What became of a rendering: the text, or why there is none. */
export type Rendering =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly kind: Problem['kind'];
      readonly message: string;
      /** there is no tool at all */
      readonly missing?: true;
    };

/** The seam for rendering overlays: today a tool on PATH, later Plinth's own. */
export interface OverlayRenderer {
  /** @param folder the overlay's, relative to the repository */
  render(folder: string): Promise<Rendering>;
}

/** The seam for rendering charts: today a tool on PATH, later Plinth's own. */
export interface ChartRenderer {
  render(request: ChartRequest): Promise<Rendering>;
}

export interface ChartRequest {
  /** the chart's folder, relative to the repository */
  readonly folder: string;
  /** name of the release */
  readonly release: string;
  /** values files on top of the chart's own, relative to the repository, the last wins */
  readonly values: readonly string[];
  /** `1.33` */
  readonly kubernetesVersion: string;
}

/** Seconds that one overlay or chart may take. */
export const renderSeconds = 60;

/** Overlays or charts rendered at the same time. */
export const renderLanes = 2;

/** What a tool's run means for the one who waits for its text. The repository's own path is kept out of messages. */
export function renderingOf(run: ToolRun, tool: string, root: string, remedy: string): Rendering {
  if (run.outcome === 'done') return { ok: true, text: run.stdout };
  if (run.outcome === 'missing')
    return { ok: false, kind: 'tool', message: `\`${tool}\` is not on PATH: ${remedy}`, missing: true };
  if (run.outcome === 'timeout')
    return { ok: false, kind: 'limit', message: `\`${tool}\` took longer than ${renderSeconds} seconds` };
  return { ok: false, kind: 'tool', message: `\`${tool}\` failed: ${firstWords(run.stderr, root)}` };
}

function firstWords(stderr: string, root: string): string {
  const lines = stderr
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^(#|WARNING|Warning|level=(INFO|WARN))/.test(line));
  const text = lines
    .join(' ')
    .replaceAll(`${root}/`, '')
    .replaceAll(root, '.')
    // klog's time, process and line, and the word that both tools begin with
    .replace(/^[EFW]\d{4} [\d:.]+ +\d+ \S+\] ("command failed" err=)?/, '')
    .replace(/^"?Error: /i, '')
    .trim();
  return text.length > 400 ? `${text.slice(0, 400)}…` : text || 'it gave no reason';
}
