import { buildGraph } from '../graph/build.ts';
import type { Graph } from '../graph/graph.ts';
import { openRepository } from '../host/disk-repository.ts';
import type { Repository } from '../model/repository.ts';
import { readRepository } from '../read/read-repository.ts';
import { type Problems, UserError, type VerifyOptions } from './options.ts';

export interface Loaded {
  readonly repository: Repository;
  readonly graph: Graph;
  readonly filesRead: ReadonlySet<string>;
}
