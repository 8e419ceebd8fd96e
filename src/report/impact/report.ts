import type { Change, Effect } from '../../impact/effect.ts';
import type { Role } from '../../impact/role.ts';

/** What `plinth impact --format json` prints and the library returns: plain data. All other formats are made from it. */
export interface ImpactReport {
  /** version of this schema, semantic */
  readonly schema: '1.0';
  readonly tool: { readonly name: 'plinth'; readonly version: string };
  /** the revision of `--changed-since` */
  readonly since?: string;
  /** one; with `--changed-since` one for each changed resource, the worst first */
  readonly impacts: readonly ReportedImpact[];
}

export interface ReportedImpact {
  /** what it starts from */
  readonly subjects: readonly ReportedResource[];
  readonly change: Change;
  /** with `--changed-since`: the attributes that changed */
  readonly because?: readonly string[];
  /** the outcome in a sentence */
  readonly headline: string;
  readonly summary: ImpactSummary;
  /** the worst first, and the nearest of them */
  readonly affected: readonly ReportedAffected[];
  readonly data: readonly ReportedData[];
  /** what contains it */
  readonly held: readonly ReportedBarrier[];
  /** what would contain it */
  readonly missing: readonly ReportedBarrier[];
  /** ids of what need each other in a circle */
  readonly cycles: readonly (readonly string[])[];
}

export interface ImpactSummary {
  readonly affected: number;
  readonly byEffect: Readonly<Record<string, number>>;
  /** workloads, or else services, that are hit */
  readonly services: readonly string[];
  /** ways in from outside that are hit */
  readonly entries: readonly string[];
  readonly environments: readonly string[];
  readonly owners: readonly string[];
  /** names of what is lost, with no guard and no copy */
  readonly dataLost: readonly string[];
}

export interface ReportedResource {
  /** its address, with its unit where several hold the same */
  readonly id: string;
  readonly address: string;
  /** as people say it: `Deployment api` */
  readonly name: string;
  readonly type: string;
  readonly role: Role;
  readonly unit: string;
  readonly environment?: string;
  readonly owners: readonly { readonly name: string; readonly by: 'tag' | 'label' | 'CODEOWNERS' }[];
  /** relative to the folder */
  readonly file: string;
  readonly line: number;
}

export interface ReportedAffected extends ReportedResource {
  readonly effect: Effect;
  /** runs nothing itself: what is wrong passes through it */
  readonly passes: boolean;
  /** told by hints such as permissions, not by something that is said */
  readonly likely: boolean;
  /** relations on the way */
  readonly distance: number;
  /** in words, from it to what it starts from */
  readonly way: string;
  readonly steps: readonly ReportedStep[];
}

export interface ReportedStep {
  /** ids */
  readonly from: string;
  readonly to: string;
  /** of the graph */
  readonly relation: string;
  /** `Service api selects the pods of Deployment api` */
  readonly says: string;
  readonly file?: string;
  readonly line?: number;
}

export interface ReportedData {
  readonly id: string;
  readonly name: string;
  readonly outcome: 'refused' | 'kept' | 'restorable' | 'lost' | 'unreachable' | 'unknown';
  /** what refuses the change, keeps the data or has a copy */
  readonly guards: readonly string[];
  readonly file: string;
  readonly line: number;
}

export interface ReportedBarrier {
  readonly what: string;
  /** id of what it holds back */
  readonly of: string;
  readonly file: string;
  readonly line: number;
}
