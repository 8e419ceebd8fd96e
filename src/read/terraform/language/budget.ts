/**
 * What evaluation may cost. Configurations can ask for any amount of work in a few characters, so work is counted
 * in steps (about one for each expression evaluated and each value handled by a function) and ends at a limit.
 * One budget is shared by all scopes of a root module.
 */
export class Budget {
  /** how many expressions are being evaluated inside one another now, through locals and modules too */
  depth = 0;
  private granted: number;
  private left: number;
  private told = false;
  /** steps that all expressions so far have taken */
  spent = 0;

  constructor(
    /** for one expression with everything it leads to */
    private readonly stepsEach = 2_000_000,
    /** for all expressions together */
    private readonly total = 50_000_000,
  ) {
    this.granted = Math.min(stepsEach, total);
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
    this.spent += this.granted - this.left;
    this.granted = Math.max(0, Math.min(this.stepsEach, this.total - this.spent));
    this.left = this.granted;
    this.told = false;
  }
}

/** Expressions nested deeper, through all locals and modules they lead to, are not evaluated. */
export const deepestNesting = 400;
