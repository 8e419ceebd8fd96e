/** A published set of controls that a platform is held against. */
export interface Framework {
  /** as checks write it before the colon: `pci-dss` */
  readonly id: string;
  readonly title: string;
  readonly edition: string;
  readonly source: string;
  readonly controls: readonly Control[];
}

export interface Control {
  /** as the framework numbers it: `1.3.1`, `CC6.1`, `164.312(b)` */
  readonly id: string;
  /** what it asks, in our words */
  readonly asks: string;
  /** people and papers answer it: no infrastructure code can */
  readonly organisational?: true;
}

/** Declares controls in the order of the framework: `[id, what it asks]`. */
export function controls(rows: readonly (readonly [id: string, asks: string])[]): readonly Control[] {
  return rows.map(([id, asks]) => ({ id, asks }));
}

/** The same for controls that no code can answer. */
export function organisational(rows: readonly (readonly [id: string, asks: string])[]): readonly Control[] {
  return rows.map(([id, asks]) => ({ id, asks, organisational: true }));
}
