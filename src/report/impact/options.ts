export const impactFormatNames = ['text', 'json', 'mermaid', 'dot', 'html'] as const;
export type ImpactFormat = (typeof impactFormatNames)[number];

/** How a report of impacts is written. */
export interface ImpactRenderOptions {
  readonly colour: boolean;
  readonly width: number;
  /** everything that is hit, with every way */
  readonly verbose: boolean;
  /** stands before every path */
  readonly pathPrefix?: string;
}
