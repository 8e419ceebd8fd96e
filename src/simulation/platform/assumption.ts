/** Something that the repository does not say and the simulation needs: stated, and open to be set. */
export interface Assumption {
  /** of what: an address, or in words */
  readonly about: string;
  /** what was assumed: `3 nodes of m5.xlarge` */
  readonly assumed: string;
  /** why the repository does not say */
  readonly because: string;
  /** the option or the key of `simulation:` that sets it */
  readonly setBy?: string;
  /** where a figure comes from */
  readonly source?: string;
}

/** Collects assumptions; one that is the same for many things names them together. */
export class Assumptions {
  readonly #all = new Map<string, { one: Assumption; about: string[] }>();

  add(one: Assumption): void {
    const key = `${one.assumed}\0${one.because}`;
    const known = this.#all.get(key);
    if (!known) this.#all.set(key, { one, about: [one.about] });
    else if (!known.about.includes(one.about)) known.about.push(one.about);
  }

  get list(): readonly Assumption[] {
    return [...this.#all.values()].map(({ one, about }) => ({ ...one, about: joined(about) }));
  }
}

function joined(names: readonly string[]): string {
  if (names.length <= 4) return names.join(', ');
  return `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
}
