import type { Node } from '../../model/node.ts';
import { callOf } from '../../syntax/shell/commands.ts';
import { deployedBy, isThrowaway, takesDown } from '../deploy-commands.ts';
import type { Graph } from '../graph.ts';
import type { Selector } from '../selector.ts';
import { type PipelineJob, pipelineJobs } from './pipeline.ts';
import { linesOf } from './scripts.ts';

/** A job that changes something which runs. */
export interface DeployingJob extends PipelineJob {
  /** in words: `kubectl apply` */
  readonly what: string;
  readonly at: Node;
  /** the environment that it names, if any */
  readonly environment: string | undefined;
  readonly isProduction: boolean;
}

export const deployingPipelineJobs: Selector<DeployingJob> = {
  of: 'deploying jobs',
  find: (graph: Graph) =>
    graph.select(pipelineJobs).flatMap((job) => {
      const deployment = deploymentOf(job);
      if (!deployment) return [];
      const environment = environmentOf(job);
      return [{ ...job, ...deployment, environment, isProduction: meansProduction(job, environment) }];
    }),
};

function deploymentOf(job: PipelineJob): { readonly what: string; readonly at: Node } | undefined {
  const action = job.settings.get('environment')?.peek('action')?.content;
  if (action === 'stop' || action === 'verify' || action === 'access') return undefined;
  // what is taken down whatever becomes of the job was made to be tried
  if (job.settings.lines('after_script').some(({ content }) => takesDown.test(String(content))))
    return undefined;
  let found: { what: string; at: Node } | undefined;
  for (const line of linesOf(job))
    for (const command of line.commands) {
      if (isThrowaway(callOf(command)?.name ?? '')) return undefined;
      const what = deployedBy(command);
      if (what) found ??= { what, at: line.at(command) };
    }
  return found;
}

function environmentOf({ settings }: PipelineJob): string | undefined {
  const environment = settings.get('environment');
  const name = environment?.peek('name')?.content ?? environment?.content;
  return typeof name === 'string' ? name : undefined;
}

const production = /(?:^|[^a-z])(?:prod|production|prd|live)(?:[^a-z]|$)/i;
const other =
  /(?:^|[^a-z])(?:pre-?prod|non-?prod|dev|develop|development|test|testing|qa|stag(?:e|ing)|uat|review|preview|sandbox)(?:[^a-z]|$)/i;

/** By the tier or name of its environment, else by the name of the job. */
function meansProduction({ name, settings }: PipelineJob, environment: string | undefined): boolean {
  const tier = settings.get('environment')?.peek('deployment_tier')?.content;
  if (typeof tier === 'string') return tier === 'production';
  const said = environment ?? name;
  return production.test(said) && !other.test(said);
}

/** Whether a job deploys only what a merge request looks like, and goes away with it. */
export function isReview({ environment, settings }: DeployingJob): boolean {
  return (
    /review|preview|\$CI_MERGE_REQUEST|\$CI_COMMIT_REF_SLUG/i.test(environment ?? '') ||
    settings.get('environment')?.peek('on_stop') !== undefined
  );
}
