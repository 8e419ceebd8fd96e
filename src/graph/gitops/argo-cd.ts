import type { Node } from '../../model/node.ts';
import { meetsWildcard } from '../../syntax/wildcard.ts';
import type { Graph } from '../graph.ts';
import { itemsAt, textAt } from '../look.ts';
import type { Selector, Subject } from '../selector.ts';

/** An Argo CD Application, or the one that an ApplicationSet makes again and again. The node is its specification. */
export interface ArgoApplication extends Subject {
  readonly isTemplate: boolean;
  readonly project: string;
  readonly sources: readonly ArgoSource[];
}

export interface ArgoSource {
  readonly node: Node;
  readonly repository: string;
  /** a chart of a Helm repository; empty for Git */
  readonly chart: string;
  /** a folder of a Git repository */
  readonly path: string;
  readonly revision: string;
}

export const argoApplications: Selector<ArgoApplication> = {
  of: 'Argo CD applications',
  find: (graph: Graph) => [
    ...graph
      .ofType('Application.argoproj.io')
      .flatMap((resource) => applicationIn(resource, resource.body.peek('spec'), false)),
    ...graph
      .ofType('ApplicationSet.argoproj.io')
      .flatMap((resource) => applicationIn(resource, resource.body.peek('spec', 'template', 'spec'), true)),
  ],
};

function applicationIn(
  resource: Subject['resource'],
  node: Node | undefined,
  isTemplate: boolean,
): ArgoApplication[] {
  if (!node) return [];
  const one = node.peek('source');
  return [
    {
      resource,
      node,
      isTemplate,
      project: textAt(node, 'project'),
      sources: [...(one ? [one] : []), ...itemsAt(node, 'sources')].map((source) => ({
        node: source,
        repository: textAt(source, 'repoURL'),
        chart: textAt(source, 'chart'),
        path: textAt(source, 'path'),
        revision: String(source.peek('targetRevision')?.content ?? ''),
      })),
    },
  ];
}

/** Whether a text is filled in by a generator or a chart, and not known here. */
export function isTemplated(text: string): boolean {
  return text.includes('{{') || text.includes('${');
}

/** Whether a pattern of an AppProject allows a text: `*` stands for anything, `!` in front forbids. Source: Argo CD documentation, Projects. */
export function isAllowed(patterns: readonly string[], text: string): boolean {
  const meets = (pattern: string) => meetsWildcard(pattern, text);
  if (patterns.some((pattern) => pattern.startsWith('!') && meets(pattern.slice(1)))) return false;
  return patterns.some((pattern) => !pattern.startsWith('!') && meets(pattern));
}
