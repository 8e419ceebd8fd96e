import type { Node } from '../model/node.ts';
import type { datastoreTypes, sensitivities, standards, WrittenBlueprint } from './schema.ts';

export type Standard = (typeof standards)[number];
export type DatastoreType = (typeof datastoreTypes)[number];
export type Sensitivity = (typeof sensitivities)[number];
export type Strategy = 'rolling' | 'blue-green' | 'canary';
export type Runtime = NonNullable<NonNullable<WrittenBlueprint['functions']>[string]['runtime']>;

/** `plinth.yaml` with every default filled in that does not depend on a decision. Ordered as it is written. */
export interface Blueprint {
  readonly name: string;
  readonly owner: string;
  readonly owners: readonly OwnerAsked[];
  readonly domain?: string;
  readonly services: readonly ServiceAsked[];
  readonly jobs: readonly JobAsked[];
  readonly functions: readonly FunctionAsked[];
  readonly datastores: readonly DatastoreAsked[];
  /** from the first that a change reaches to production */
  readonly environments: readonly EnvironmentAsked[];
  readonly network: {
    readonly cidr: string;
    readonly peers: readonly PeerAsked[];
    readonly vpn?: {
      readonly cidr: string;
      readonly gateway?: string;
      readonly environments?: readonly string[];
    };
  };
  readonly compliance: readonly Standard[];
  readonly budget: {
    /** absent where it is left to the estimate */
    readonly monthly?: number;
    readonly contact: string;
    readonly alarms: boolean;
  };
  readonly naming: { readonly pattern: string; readonly tags: Readonly<Record<string, string>> };
  readonly delivery: {
    readonly repository: string;
    readonly branch: string;
    readonly ci: 'github' | 'gitlab';
    readonly gitops: 'argocd' | 'flux';
    readonly packaging: 'kustomize' | 'helm';
    /** whether `gitops` was asked for, and not taken by default */
    readonly gitopsAsked: boolean;
  };
  readonly mesh: 'none' | 'istio' | 'linkerd' | 'decide';
  readonly secrets: 'external-secrets' | 'vault';
  readonly compute: 'eks' | 'ecs' | 'lambda' | 'decide';
  /** what the user decided himself */
  readonly decisions: NonNullable<WrittenBlueprint['decisions']>;
  /** the document, to point at */
  readonly source: Node;
}

export interface OwnerAsked {
  readonly name: string;
  readonly email: string;
  readonly channel: string;
  readonly github: string;
  readonly costCentre: string;
}

/** What services, jobs and functions have in common. */
export interface WorkloadAsked {
  readonly name: string;
  /** its former name, where it was renamed */
  readonly formerly?: string;
  readonly owner: string;
  readonly needs: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  readonly egress: readonly {
    readonly host: string;
    readonly port: number;
    readonly cidrs: readonly string[];
  }[];
}

export interface Resources {
  /** thousandths of a processor */
  readonly cpuMilli: number;
  /** mebibytes */
  readonly memoryMi: number;
}

export interface ExposureAsked {
  /** the whole host name in production: `api.example.com` */
  readonly host: string;
  readonly path: string;
  readonly public: boolean;
}

export interface Objective {
  /** percent over 30 days; absent where the default of the environment holds */
  readonly availability?: number;
  readonly latency?: { readonly percentile: number; readonly milliseconds: number };
}

export interface ServiceAsked extends WorkloadAsked {
  readonly image: string;
  readonly port: number;
  readonly protocol: 'http' | 'grpc' | 'tcp';
  readonly health: { readonly ready: string; readonly live: string; readonly startSeconds: number };
  readonly metrics: string;
  readonly command: readonly string[];
  readonly scale: { readonly min: number; readonly max: number; readonly cpu: number };
  readonly resources: Resources;
  readonly expose?: ExposureAsked;
  readonly slo: Objective;
  /** absent where it is to be decided */
  readonly strategy?: Strategy;
  readonly stateless: boolean;
}

export interface JobAsked extends WorkloadAsked {
  readonly image: string;
  readonly command: readonly string[];
  /** absent where it is run by hand or by a release */
  readonly schedule?: string;
  readonly timeoutSeconds: number;
  readonly retries: number;
  readonly resources: Resources;
}

export interface FunctionAsked extends WorkloadAsked {
  readonly runtime: Runtime;
  readonly image?: string;
  readonly handler: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly concurrency?: number;
  readonly on: {
    readonly queue?: string;
    readonly topic?: string;
    readonly bucket?: string;
    readonly table?: string;
    readonly schedule?: string;
    readonly http?: ExposureAsked;
  };
  readonly slo: Objective;
}

export interface DatastoreAsked {
  readonly name: string;
  readonly formerly?: string;
  readonly owner: string;
  readonly type: DatastoreType;
  readonly version?: string;
  readonly size: 'small' | 'medium' | 'large' | 'xlarge';
  readonly storageGb: number;
  /** share by which it grows each month: 0.05 */
  readonly growth: number;
  readonly sensitivity: Sensitivity;
  readonly rpoSeconds?: number;
  readonly rtoSeconds?: number;
  readonly hosting?: 'managed' | 'self-hosted';
  readonly backups?: 'none' | 'daily' | 'continuous';
  readonly retentionDays?: number;
  readonly fifo: boolean;
  readonly key: string;
  readonly sort?: string;
  readonly subscribers: readonly string[];
}

export interface EnvironmentAsked {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly recoveryRegion?: string;
  readonly zones: number;
  readonly cidr?: string;
  readonly production: boolean;
  readonly size: number;
  readonly approvals: number;
  readonly schedule?: string;
  /** of the schedule; IANA name */
  readonly timezone: string;
}

export interface PeerAsked {
  readonly name: string;
  readonly cidr: string;
  readonly account?: string;
  readonly vpc?: string;
  /** all where absent */
  readonly environments?: readonly string[];
}
