import type { Graph } from '../graph/graph.ts';
import { ownersOf } from '../impact/owners.ts';
import type { Repository } from '../model/repository.ts';
import type { Naming } from '../report/impact/assemble.ts';
import { idsOf } from './graph-text.ts';

/** Where code hosts look for owners, in this order. Source: GitHub Docs, About code owners; GitLab Docs, Code Owners. */
const ownerFiles = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'];

/** How resources of a graph are called, and who answers for them. */
export function namingOf(graph: Graph, repository: Repository): Naming {
  const path = ownerFiles.find((one) => repository.has(one));
  const owners = ownersOf(graph, (path && repository.read(path)?.text) ?? '');
  return { id: idsOf(graph), owners };
}
