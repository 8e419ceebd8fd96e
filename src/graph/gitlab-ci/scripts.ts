import { Node } from '../../model/node.ts';
import { allPipelines } from '../../syntax/shell/commands.ts';
import { parseShell } from '../../syntax/shell/parse-shell.ts';
import type { Command, Range, Pipeline as ShellPipeline } from '../../syntax/shell/tree.ts';
import { textOfScalar } from '../../syntax/yaml-text.ts';
import type { Graph } from '../graph.ts';
import type { Selector, Subject } from '../selector.ts';
import { type PipelineJob, pipelineJobs } from './pipeline.ts';
import type { Settings } from './settings.ts';

/** One item of `before_script`, `script` or `after_script`, read as a shell does. */
export interface ScriptLine extends Subject {
  /** the job that runs it, the first where several share it */
  readonly job: PipelineJob;
  readonly text: string;
  readonly pipelines: readonly ShellPipeline[];
  readonly commands: readonly Command[];
  /** the node of a part of the line, for a finding to point at */
  at(part: Range): Node;
}

const read = new WeakMap<Node, Omit<ScriptLine, 'job' | 'resource'>>();

/** Every line that jobs run, each once, wherever it is shared from. */
export const scriptLines: Selector<ScriptLine> = {
  of: 'lines of scripts',
  find: (graph: Graph) => {
    const seen = new Set<Node>();
    return graph.select(pipelineJobs).flatMap((job) =>
      linesOf(job).filter(({ node }) => {
        if (seen.has(node)) return false;
        seen.add(node);
        return true;
      }),
    );
  },
};

const linesOfJob = new WeakMap<Settings, readonly ScriptLine[]>();

/** The lines that a job runs, in their order; none where its runner is no POSIX shell. */
export function linesOf(job: PipelineJob): readonly ScriptLine[] {
  let lines = linesOfJob.get(job.settings);
  if (!lines) {
    lines = readLines(job);
    linesOfJob.set(job.settings, lines);
  }
  return lines;
}

function readLines(job: PipelineJob): readonly ScriptLine[] {
  const tags = job.settings.get('tags')?.plain();
  if (Array.isArray(tags) && tags.some((tag) => /windows/i.test(String(tag)))) return [];
  return job.settings.lines('before_script', 'script', 'after_script').flatMap((node) => {
    if (typeof node.content !== 'string') return [];
    return [{ ...lineOf(node), job, resource: homeOf(job, node) }];
  });
}

function lineOf(node: Node): Omit<ScriptLine, 'job' | 'resource'> {
  let line = read.get(node);
  if (!line) {
    const mapped = textOfScalar(node);
    const pipelines = [...allPipelines(parseShell(mapped.text), mapped.text)];
    line = {
      node,
      text: mapped.text,
      pipelines,
      commands: pipelines.flatMap(({ commands }) => commands),
      at({ start, end }) {
        const from = Math.min(mapped.sourceAt(start), node.end);
        const to = Math.max(from, Math.min(mapped.sourceEnd(end), node.end));
        return new Node(node.file, from, to, mapped.text.slice(start, end));
      },
    };
    read.set(node, line);
  }
  return line;
}

/** The file that a node of a job stands in: a job may extend one of another file. */
function homeOf(job: PipelineJob, node: Node): PipelineJob['resource'] {
  return job.pipeline.files.find(({ body }) => body.file === node.file) ?? job.resource;
}
