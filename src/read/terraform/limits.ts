import type { Problem } from '../../model/problem.ts';
import { Budget } from './language/budget.ts';
import { type Declared, headEnd } from './module-source.ts';

/** What `count`, `for_each`, `dynamic` and module calls may multiply to. */
export type Multiplied = 'resources' | 'module instances' | 'dynamic blocks';

/** A few hundred bytes of a repository can ask for any number of them; what is beyond is not looked at. */
const most: Readonly<Record<Multiplied, number>> = {
  resources: 200_000,
  'module instances': 20_000,
  'dynamic blocks': 200_000,
};

/** Steps of evaluation for one root, and for all roots together. */
const stepsOfRoot = 50_000_000;
const stepsOfAll = 200_000_000;

/** What all roots of a repository together may still make and cost. */
export class Limits {
  private readonly made: Record<Multiplied, number> = {
    resources: 0,
    'module instances': 0,
    'dynamic blocks': 0,
  };
  private readonly steps = { left: stepsOfAll };

  constructor(private readonly report: (problem: Problem) => void) {}

  /** What the evaluation of one root may cost. */
  budget(): Budget {
    return new Budget(undefined, stepsOfRoot, this.steps);
  }

  /** Whether there is room for one more; where there is none any more, the place that asks first is told. */
  admit(what: Multiplied, { file, block }: Pick<Declared, 'file' | 'block'>): boolean {
    this.made[what]++;
    if (this.made[what] === most[what] + 1)
      this.report({
        kind: 'limit',
        message: `there are more than ${most[what]} ${what}; from here on they are not looked at: verify parts of the repository, or mend the numbers`,
        path: file.path,
        file,
        start: block.start,
        end: headEnd(block),
      });
    return this.made[what] <= most[what];
  }
}
