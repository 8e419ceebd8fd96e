import { Mapping } from '../model/mapping.ts';
import { Node } from '../model/node.ts';
import type { Resource } from '../model/resource.ts';
import { allPipelines } from '../syntax/shell/commands.ts';
import { parseShell } from '../syntax/shell/parse-shell.ts';
import type { Command, Pipeline, Range } from '../syntax/shell/tree.ts';
import { textOfScalar } from '../syntax/yaml-text.ts';
import { type ActionReference, readActionReference } from './github-actions-reference.ts';
import { runnersOf, staticText } from './github-actions-values.ts';
import { entriesOf } from './look.ts';
import type { Selector, Subject } from './selector.ts';

export interface Workflow extends Subject {
  /** what starts it, by event name, with its settings */
  readonly triggers: ReadonlyMap<string, Node>;
  readonly jobs: readonly Job[];
  /** by their ids, lower case */
  readonly jobsById: ReadonlyMap<string, Job>;
}

export interface Job extends Subject {
  readonly id: string;
  readonly workflow: Workflow;
  /** empty for a job that calls a reusable workflow */
  readonly steps: readonly Step[];
  /** by their ids, lower case */
  readonly stepsById: ReadonlyMap<string, Step>;
  /** the reusable workflow that it calls */
  readonly calls: ActionReference | undefined;
}

export interface Step extends Subject {
  /** undefined in a composite action */
  readonly job: Job | undefined;
  /** its place among the steps, from 0 */
  readonly index: number;
  /** as a person would call it: its name, its action, or its number */
  readonly label: string;
  /** tells it apart in its file, stable when lines move */
  readonly key: string;
  readonly action: ActionReference | undefined;
  /** the node of `run` */
  readonly script: Node | undefined;
}

/** A step whose script a POSIX shell reads. */
export interface ShellStep extends Step {
  readonly pipelines: readonly Pipeline[];
  readonly commands: readonly Command[];
  /** the node of a part of the script, for a finding to point at */
  at(part: Range): Node;
}

const known = new WeakMap<Resource, Workflow>();

/** A resource of type `workflow` with its triggers, jobs and steps. */
export function workflowOf(resource: Resource): Workflow {
  let workflow = known.get(resource);
  if (!workflow) {
    const jobs: Job[] = [];
    const jobsById = new Map<string, Job>();
    workflow = { resource, node: resource.body, triggers: triggersOf(resource.body), jobs, jobsById };
    known.set(resource, workflow);
    for (const [id, node] of entriesOf(resource.body.peek('jobs')))
      if (node.content instanceof Mapping) {
        const job = jobOf(resource, workflow, id, node);
        jobs.push(job);
        jobsById.set(id.toLowerCase(), job);
      }
  }
  return workflow;
}

/** `on` may be a word, a list or a map; YAML 1.1 readers turn the key into `true`. */
function triggersOf(body: Node): ReadonlyMap<string, Node> {
  const on = body.peek('on') ?? body.peek('true');
  if (!on) return new Map();
  if (on.content instanceof Mapping) return new Map(entriesOf(on));
  const items = Array.isArray(on.content) ? (on.content as readonly Node[]) : [on];
  return new Map(items.map((item) => [String(item.content), item]));
}

function jobOf(resource: Resource, workflow: Workflow, id: string, node: Node): Job {
  const steps: Step[] = [];
  const uses = node.peek('uses');
  const stepsById = new Map<string, Step>();
  const job: Job = {
    resource,
    node,
    id,
    workflow,
    steps,
    stepsById,
    calls: uses && readActionReference(uses),
  };
  for (const step of stepsIn(resource, node.peek('steps'), job)) {
    steps.push(step);
    const name = step.node.peek('id')?.content;
    if (typeof name === 'string') stepsById.set(name.toLowerCase(), step);
  }
  return job;
}

function stepsIn(resource: Resource, list: Node | undefined, job: Job | undefined): Step[] {
  if (!Array.isArray(list?.content)) return [];
  return (list.content as readonly Node[]).flatMap((node, index) => {
    if (!(node.content instanceof Mapping)) return [];
    const uses = node.peek('uses');
    const named = node.peek('name')?.content ?? node.peek('id')?.content ?? uses?.content;
    const label = typeof named === 'string' ? named : `step ${index + 1}`;
    return {
      resource,
      node,
      job,
      index,
      label,
      key: `${job?.id ?? ''}/${typeof named === 'string' ? named : index}`,
      action: uses && readActionReference(uses),
      script: node.peek('run'),
    };
  });
}

export const workflows: Selector<Workflow> = {
  of: 'workflows',
  find: (graph) => graph.ofType('workflow').map(workflowOf),
};

export const jobs: Selector<Job> = {
  of: 'jobs',
  find: (graph) => graph.select(workflows).flatMap((workflow) => workflow.jobs),
};

/** Steps of jobs and of composite actions. */
export const steps: Selector<Step> = {
  of: 'steps',
  find: (graph) => [
    ...graph.select(jobs).flatMap((job) => job.steps),
    ...graph
      .ofType('action')
      .flatMap((action) => stepsIn(action, action.body.peek('runs', 'steps'), undefined)),
  ],
};

/** A place that names an action or a reusable workflow. */
export interface Use extends Subject {
  readonly action: ActionReference;
  readonly key: string;
}

/** All actions and reusable workflows that steps and jobs use. */
export const uses: Selector<Use> = {
  of: 'uses of actions',
  find: (graph) => [
    ...graph
      .select(steps)
      .flatMap(({ resource, node, action, key }) => (action ? [{ resource, node, action, key }] : [])),
    ...graph
      .select(jobs)
      .flatMap(({ resource, node, calls, id }) =>
        calls ? [{ resource, node, action: calls, key: id }] : [],
      ),
  ],
};

/** Steps that run a script in a POSIX shell; PowerShell, cmd and Python are left out. */
export const shellSteps: Selector<ShellStep> = {
  of: 'shell steps',
  find: (graph) =>
    graph.select(steps).flatMap((step) => {
      const read = shellStepOf(step);
      return read ? [read] : [];
    }),
};

const shellStepOfNode = new WeakMap<Node, { readonly step: ShellStep | undefined }>();

/** A step with the commands of its script; undefined where it has none, or no POSIX shell reads it. */
export function shellStepOf(step: Step): ShellStep | undefined {
  let read = shellStepOfNode.get(step.node);
  if (!read) {
    read = { step: readScript(step) };
    shellStepOfNode.set(step.node, read);
  }
  return read.step;
}

function readScript(step: Step): ShellStep | undefined {
  const { script } = step;
  if (typeof script?.content !== 'string' || !/^(?:\S*\/)?(?:bash|sh|zsh|dash)\b/.test(shellOf(step)))
    return undefined;
  const mapped = textOfScalar(script);
  const pipelines = [...allPipelines(parseShell(mapped.text), mapped.text)];
  return {
    ...step,
    pipelines,
    commands: pipelines.flatMap(({ commands }) => commands),
    at({ start, end }) {
      const from = Math.min(mapped.sourceAt(start), script.end);
      const to = Math.max(from, Math.min(mapped.sourceEnd(end), script.end));
      return new Node(script.file, from, to, mapped.text.slice(start, end));
    },
  };
}

/** The shell of a step: its own, the default of its job or workflow, or that of the runner's system. */
function shellOf({ node, job }: Step): string {
  const said =
    node.peek('shell') ??
    job?.node.peek('defaults', 'run', 'shell') ??
    job?.workflow.node.peek('defaults', 'run', 'shell');
  const shell = said && staticText(said);
  if (shell !== undefined) return shell;
  const runners = job ? runnersOf(job) : [];
  return runners.length > 0 && runners.every((label) => /^windows/i.test(label)) ? 'pwsh' : 'bash';
}
