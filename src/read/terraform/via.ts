import type { Origin, Step } from '../../model/origin.ts';
import type { Place } from './configuration.ts';

/** An origin with its chain, where there is one. */
export function withVia(origin: Omit<Origin, 'via'>, via: readonly Step[]): Origin {
  return via.length > 0 ? { ...origin, via } : origin;
}

/** The module calls that lead to a place, outermost first. */
export function callSteps({ instance }: Place): Step[] {
  const steps: Step[] = [];
  for (let at = instance.call; at; at = at.parent.call) {
    const { file, block } = at.declared;
    steps.unshift({ what: `module call ${at.name}`, file, start: block.start, end: block.open });
  }
  return steps;
}
