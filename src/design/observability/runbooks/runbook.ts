import type { Ground } from './ground.ts';

/** What somebody needs who is woken: written by hand for each kind of trouble, told in the commands of the platform. */
export interface Runbook {
  /** the file is called after it: `queue-too-old` */
  readonly name: string;
  readonly title: string;
  /** what people notice, and how soon it hurts */
  readonly users: string;
  /** where it is looked at; production where it is absent */
  where?(ground: Ground): string;
  look(ground: Ground): readonly Step[];
  /** what it may be, how that shows, and where it may be only in a cluster or only without one */
  readonly causes: readonly (readonly [cause: string, sign: string, only?: 'eks' | 'ecs'])[];
  mitigate(ground: Ground): readonly string[];
  /** what remains to be done when it is quiet */
  readonly after: readonly string[];
}

export interface Step {
  readonly what: string;
  readonly command?: string;
}
