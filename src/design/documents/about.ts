import type { Architecture } from '../architecture.ts';
import { totalOf } from '../decide/budget.ts';
import type { Environment } from '../environment.ts';
import type { FunctionHere, Job, Service } from '../workload.ts';
import { type Link, linksFrom } from './markdown.ts';
import type { Written } from './written.ts';

/** What a page is written from. */
export interface About {
  readonly architecture: Architecture;
  readonly written: Written;
  /** the most important environment: the last that a change reaches */
  readonly main: Environment;
}

/** Where the documents are. */
export const documentPaths = {
  readme: 'README.md',
  index: 'docs/README.md',
  architecture: 'docs/architecture.md',
  decisions: 'docs/decisions/README.md',
  prerequisites: 'docs/prerequisites.md',
  security: 'docs/security.md',
  cost: 'docs/cost.md',
  recovery: 'docs/disaster-recovery.md',
  onCall: 'docs/on-call.md',
  incident: 'docs/incidents/template.md',
  postMortem: 'docs/incidents/post-mortem-template.md',
} as const;

/** The folder of a runbook for each alert, written with the alerts. */
export const runbooksFolder = 'docs/runbooks';

export function aboutOf(architecture: Architecture, written: Written): About {
  return { architecture, written, main: architecture.environments.at(-1)! };
}

export type AnyWorkload = Service | Job | FunctionHere;

/** Everything of an environment that runs code. */
export function workloadsOf({ services, jobs, functions }: Environment): readonly AnyWorkload[] {
  return [...services, ...jobs, ...functions];
}

/** US dollars a month, of all environments. */
export function wholeCost({ environments }: Architecture): number {
  return environments.reduce((sum, one) => sum + totalOf(one), 0);
}

/** A link to the page of a decision, where there is one of that kind. */
export function decisionLink({ decisions }: Architecture, from: string, id: string): string {
  const at = decisions.findIndex((one) => one.id === id);
  const number = String(at + 1).padStart(4, '0');
  return at < 0 ? '' : linksFrom(from)(`docs/decisions/${number}-${id}.md`, `decision ${number}`);
}

/** Links to the first files, and how many more there are; or that there are none. */
export function places(link: Link, paths: readonly string[], most = 2): string {
  if (paths.length === 0) return 'nothing in this output';
  const more = paths.length > most ? ` and ${paths.length - most} more` : '';
  return (
    paths
      .slice(0, most)
      .map((path) => link(path))
      .join(', ') + more
  );
}

/** Names under which an environment is reached. */
export function hosts({ services, functions }: Environment): readonly string[] {
  const exposed = services.flatMap(({ expose }) => (expose ? [expose.host] : []));
  const answering = functions.flatMap(({ triggers }) =>
    triggers.flatMap((one) => (one.kind === 'http' ? [one.expose.host] : [])),
  );
  return [...new Set([...exposed, ...answering])];
}
