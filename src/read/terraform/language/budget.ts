/**
 * What evaluation may cost. Configurations can ask for any amount of work in a few characters, so work is counted
 * in steps (about one for each expression evaluated and each value handled by a function) and ends at a limit.
 * One budget is shared by all scopes of a root module, and one pool by all roots of a repository.
 */
export class Budget {
  /** how many expressions are being evaluated inside one another now, through locals and modules too */
  depth = 0;
  private granted: number;
  private left: number;
  private told = false;

  constructor(
    /** for one expression with everything it leads to */
    private readonly stepsEach = 2_000_000,
    /** for all expressions together */
    private remaining = 50_000_000,
    /** for all budgets together */
    private readonly pool: { left: number } = { left: Number.POSITIVE_INFINITY },
  ) {
    this.granted = Math.min(stepsEach, remaining);
    this.left = this.granted;
  }

  get isSpent(): boolean {
    return this.left < 0;
  }

  spend(steps: number): void {
    this.left -= steps;
  }

  /** Whether it is spent and nobody has said so yet: the first to ask reports it. */
  takeComplaint(): boolean {
    if (this.told || this.left >= 0) return false;
    this.told = true;
    return true;
  }

  /** Called when an expression begins that no other one leads to. */
  refill(): void {
    const spent = this.granted - this.left;
    this.remaining -= spent;
    this.pool.left -= spent;
    this.granted = Math.max(0, Math.min(this.stepsEach, this.remaining, this.pool.left));
    this.left = this.granted;
    this.told = false;
  }
}

/** Expressions nested deeper, through all locals and modules they lead to, are not evaluated. */
export const deepestNesting = 400;
