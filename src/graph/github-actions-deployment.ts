import type { Node } from '../model/node.ts';
import { callOf } from '../syntax/shell/commands.ts';
import { deployedBy, isTakenDownBy, isThrowaway } from './deploy-commands.ts';
import { type Job, jobs, type Step, shellStepOf } from './github-actions.ts';
import type { Selector } from './selector.ts';

/** A place where a job changes something that runs. */
export interface Deployment {
  /** in words: `kubectl apply` */
  readonly what: string;
  readonly at: Node;
  readonly step: Step;
}

/** Actions that do. */
const actions =
  /^(?:azure\/(?:webapps-deploy|k8s-deploy|functions-action|container-apps-deploy-action)|aws-actions\/(?:amazon-ecs-deploy-task-definition|aws-cloudformation-github-deploy)|google-github-actions\/deploy-[\w-]+|superfly\/flyctl-actions|akhileshns\/heroku-deploy|cloudflare\/(?:wrangler|pages)-action|amondnet\/vercel-action|hashicorp\/tfc-workflows-github)$/;
const throwawayActions = /(?:kind|k3d|minikube|microk8s|k3s|localstack)/;

/** What a job deploys to somewhere that stays; nothing where it makes a cluster of its own for a test. */
function deploymentsOf(job: Job): readonly Deployment[] {
  const found: Deployment[] = [];
  for (const step of job.steps) {
    if (step.action && throwawayActions.test(`${step.action.repository}/${step.action.path ?? ''}`))
      return [];
    if (step.action && actions.test(step.action.repository))
      found.push({ what: step.action.repository, at: step.action.node, step });
    const shell = shellStepOf(step);
    for (const command of shell?.commands ?? []) {
      const name = callOf(command)?.name ?? '';
      if (isThrowaway(name)) return [];
      if (found.length > 0 && runsAlways(step) && isTakenDownBy(command)) return [];
      const what = deployedBy(command);
      if (what) found.push({ what, at: shell!.at(command), step });
    }
  }
  return found;
}

/** Whether nothing but the steps before it decides on a step: others may be a choice between making and taking down. */
function runsAlways({ node }: Step): boolean {
  const condition = node.peek('if')?.content;
  return (
    condition === undefined ||
    (typeof condition === 'string' &&
      /^(?:\$\{\{)?\s*(?:always|!\s*cancelled)\(\)\s*(?:\}\})?$/.test(condition))
  );
}

/** Whether a job deploys only for looking at a pull request, to what goes away with it. */
export function isPreview({ node, workflow }: Job): boolean {
  const events = [...workflow.triggers.keys()].filter((event) => event !== 'workflow_dispatch');
  if (events.length > 0 && events.every((event) => event.startsWith('pull_request'))) return true;
  return /workflow_run\.event == 'pull_request'/.test(String(node.peek('if')?.content));
}

/** Jobs that deploy. */
export const deployingJobs: Selector<Job & { readonly deployments: readonly Deployment[] }> = {
  of: 'deploying jobs',
  find: (graph) =>
    graph.select(jobs).flatMap((job) => {
      const deployments = deploymentsOf(job);
      return deployments.length > 0 ? [{ ...job, deployments }] : [];
    }),
};
