import type { Node } from '../../model/node.ts';
import type { Graph } from '../graph.ts';
import { itemsOf } from '../look.ts';
import type { Selector, Subject } from '../selector.ts';
import { type PipelineJob, pipelineJobs } from './pipeline.ts';

/** An image that a job runs in, or beside it as a service. */
export interface PipelineImage extends Subject {
  /** the reference, the variables of the job put in; undefined where one of them is set elsewhere */
  readonly text: string | undefined;
  readonly role: 'image' | 'service';
  readonly job: PipelineJob;
}

/** Every image that a pipeline names, each place once. */
export const pipelineImages: Selector<PipelineImage> = {
  of: 'images of jobs',
  find: (graph: Graph) => {
    const seen = new Set<Node>();
    return graph.select(pipelineJobs).flatMap((job) =>
      imagesOf(job).filter(({ node }) => {
        if (seen.has(node)) return false;
        seen.add(node);
        return true;
      }),
    );
  },
};

function imagesOf(job: PipelineJob): PipelineImage[] {
  const of = (role: PipelineImage['role'], holder: Node): PipelineImage[] => {
    const node = holder.peek('name') ?? holder;
    if (typeof node.content !== 'string' || node.content === '') return [];
    const resource = job.pipeline.files.find(({ body }) => body.file === node.file) ?? job.resource;
    return [{ resource, node, role, job, text: resolved(job, node.content) }];
  };
  return [
    ...itemsOf(job.settings.get('image')).flatMap((image) => of('image', image)),
    ...itemsOf(job.settings.get('services')).flatMap((service) => of('service', service)),
  ];
}

/** Variables that hold variables multiply; no image is called so. */
const longestReference = 1000;

/** A text with the variables of a job in it, which may name others; undefined where one is set elsewhere. */
function resolved(job: PipelineJob, text: string, depth = 0): string | undefined {
  if (!text.includes('$')) return text;
  if (depth > 5 || text.length > longestReference) return undefined;
  const variables = job.settings.entries('variables');
  let isKnown = true;
  const full = text.replace(/\$(?:\{(\w+)\}|(\w+))/g, (whole, braced, plain) => {
    const value = variables.get(braced ?? plain);
    const content = (value?.peek('value') ?? value)?.content;
    if (typeof content === 'string' || typeof content === 'number') return String(content);
    isKnown = false;
    return whole;
  });
  return isKnown ? resolved(job, full, depth + 1) : undefined;
}
