import type { TagName } from '../blueprint/guidelines.ts';
import type { Owner } from './architecture.ts';
import type { Datastore } from './datastore.ts';
import type { Flow } from './flow.ts';
import type { Network } from './network.ts';
import type { FunctionHere, Job, Service } from './workload.ts';

/** One environment in one account and region, with everything that runs in it, resolved for it. */
export interface Environment {
  /** `production`; part of names and paths */
  readonly name: string;
  /** whether people depend on it */
  readonly production: boolean;
  /** 12 digits */
  readonly account: string;
  readonly region: string;
  /** names of the zones used: `eu-west-1a` */
  readonly zones: readonly string[];
  /** scale and sizes are multiplied by it already; to be told in documents only */
  readonly sizeFactor: number;
  /** people who approve a change before it is applied */
  readonly approvals: number;
  /** when it runs; absent means always */
  readonly schedule?: Schedule;
  readonly network: Network;
  /** where it is brought up when the region is lost; absent where nobody asked for it */
  readonly recovery?: RecoverySite;
  /** itself as it comes up there: an environment of its own; set where `recovery` is */
  readonly standby?: Environment;
  /** for such a standby: the environment whose place it takes, and whose secrets it reads copies of */
  readonly standsFor?: string;
  /** tags that everything in it gets besides `service`, `owner` and `cost-centre`: see `tagsOf` */
  readonly tags: Readonly<Record<string, string>>;
  /** further tags that say the same as one of ours, by their name: `{ CostCenter: 'cost-centre' }`; see `tagsOf` */
  readonly tagAliases: Readonly<Record<string, TagName>>;
  /** pattern of names, for `nameIn` */
  readonly namePattern: string;
  /** the system's name, for `nameIn` */
  readonly system: string;
  /** bucket of the Terraform states of this environment */
  readonly stateBucket: string;
  /** Terraform roots in the order in which they are applied */
  readonly states: readonly StateBoundary[];
  readonly dns: {
    /** public zone: `example.com` in production, `staging.example.com` elsewhere; absent without a domain */
    readonly zone?: string;
    /** private zone: `production.payments.internal` */
    readonly privateZone: string;
  };
  /** the cluster; absent where compute is not EKS */
  readonly cluster?: Cluster;
  /** namespaces of workloads, one a team that has any here */
  readonly namespaces: readonly Namespace[];
  readonly services: readonly Service[];
  readonly jobs: readonly Job[];
  readonly functions: readonly FunctionHere[];
  readonly datastores: readonly Datastore[];
  /** every connection that the blueprint implies, and no other is allowed */
  readonly flows: readonly Flow[];
  readonly logRetentionDays: number;
  /** its part of the budget in US dollars a month; absent without a budget */
  readonly budgetMonthly?: number;
  /** what it costs a month, roughly, part by part */
  readonly costs: readonly CostLine[];
}

/** Times are those of its time zone; cron has five fields. */
export interface Schedule {
  /** as it was written: `mon-fri 07:00-19:00` */
  readonly text: string;
  /** IANA name: `Europe/Berlin`, `UTC` */
  readonly timezone: string;
  /** when what computes is started and stopped */
  readonly start: string;
  readonly stop: string;
  /** databases start before what connects to them, and stop after it */
  readonly databases: { readonly start: string; readonly stop: string };
  /** when databases are looked after, in UTC, since nothing can be done with one that is off */
  readonly upkeep: {
    /** daily, as RDS writes it: `07:00-07:30` */
    readonly backup: string;
    /** weekly: `fri:17:30-fri:18:00` */
    readonly maintenance: string;
    /** five cron fields at which AWS Backup copies them */
    readonly copy: string;
  };
  /** hours a week that it runs */
  readonly hours: number;
  /** hours a week that databases run */
  readonly databaseHours: number;
}

export interface RecoverySite {
  readonly strategy: 'backup-restore' | 'pilot-light' | 'warm-standby';
  readonly region: string;
  readonly zones: readonly string[];
  readonly network: Network;
  /** bucket of the Terraform states of the site, in its own region */
  readonly stateBucket: string;
}

/** A Terraform root with a state of its own. */
export interface StateBoundary {
  readonly name: 'network' | 'platform' | 'data' | 'services' | 'recovery' | 'standby' | 'all';
  /** the folder of the root: `terraform/environments/production/network` */
  readonly path: string;
  /** key of its state in the bucket: `network/terraform.tfstate` */
  readonly key: string;
  /** names of the boundaries whose outputs it reads */
  readonly reads: readonly string[];
  /** how much a mistake in it can break, in words */
  readonly holds: string;
  /** whether it is in the recovery region, and its state too */
  readonly inRecovery?: true;
  /** whether it is applied only once the region is lost: pipelines validate it, and plan nothing */
  readonly onLoss?: true;
}

export interface Cluster {
  /** `production-payments-cluster` */
  readonly name: string;
  readonly version: string;
  /** addresses of services in the cluster; overlaps nothing else */
  readonly serviceCidr: string;
  readonly nodePools: readonly NodePool[];
  /** parts of the audit trail that go to CloudWatch */
  readonly logTypes: readonly string[];
}

export interface NodePool {
  /** `system`, `general`, `spot` */
  readonly name: string;
  /** interchangeable types, ARM */
  readonly instanceTypes: readonly string[];
  readonly capacity: 'on-demand' | 'spot';
  /** for the whole pool, over all zones */
  readonly min: number;
  readonly max: number;
  readonly desired: number;
  /** set on its nodes so that only what tolerates it runs there; absent on general pools */
  readonly taint?: { readonly key: string; readonly value: string; readonly effect: 'NoSchedule' };
  readonly labels: Readonly<Record<string, string>>;
}

export interface Namespace {
  readonly name: string;
  readonly owner: Owner;
  /** the most that all its workloads together may request, with room for a rollout */
  readonly quota: { readonly cpuMilli: number; readonly memoryMi: number; readonly pods: number };
}

export interface CostLine {
  /** `nodes`, `database orders`, `NAT gateways` */
  readonly part: string;
  readonly group: 'compute' | 'data' | 'network' | 'edge' | 'security and audit' | 'recovery';
  /** US dollars */
  readonly monthlyUsd: number;
  /** how it was reckoned: `3 × m7g.large on demand` */
  readonly basis: string;
  /** what makes it more or less: `requests`, `stored gigabytes` */
  readonly driver: string;
}
