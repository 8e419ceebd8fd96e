import type { DatastoreType, Resources, Runtime, Strategy } from '../blueprint/blueprint.ts';
import type { Owner } from './architecture.ts';

/** What services, jobs and functions have in common, in one environment. */
export interface Workload {
  /** `api`: unique among all workloads and datastores */
  readonly name: string;
  /** its former name where it was renamed: Terraform gets a `moved` block */
  readonly formerly?: string;
  readonly owner: Owner;
  /** Kubernetes namespace: the name of the owner */
  readonly namespace: string;
  /** all tags of what belongs to it */
  readonly tags: Readonly<Record<string, string>>;
  /** what it calls, ready to be allowed and addressed */
  readonly needs: readonly Need[];
  /** names of workloads that call it */
  readonly calledBy: readonly string[];
  /** environment variables that are no secret: its own, and addresses of what it needs */
  readonly variables: Readonly<Record<string, string>>;
  /** environment variables that come from the secret store */
  readonly secrets: readonly SecretSource[];
  /** what it calls outside of the platform */
  readonly egress: readonly Egress[];
}

/** A secret of the store, and the environment variables that are taken from it. */
export interface SecretSource {
  /** Kubernetes Secret: `api-secrets`, `orders-connection` */
  readonly name: string;
  /** name in AWS Secrets Manager or path in Vault: `production/payments/api` */
  readonly remoteName: string;
  /** `app`: a person fills it in; `connection`: Terraform fills it in, by the datastore's name */
  readonly kind: 'app' | 'connection';
  /** the datastore that a connection is of */
  readonly datastore?: string;
  /** the secret that `host` is taken from instead: a copy of a database has the users of its source, and an address of its own */
  readonly addressName?: string;
  /** environment variable by property of the secret's JSON: `{ host: 'ORDERS_HOST' }` */
  readonly properties: Readonly<Record<string, string>>;
}

export interface Need {
  /** name of the workload or datastore */
  readonly name: string;
  readonly kind: 'service' | 'function' | DatastoreType;
  /** what it does with it, and so what it is allowed; `call` for services and functions */
  readonly access: 'call' | 'read-write' | 'send' | 'consume' | 'send-consume' | 'publish';
  /** what it connects to; 443 where it is an API of AWS */
  readonly port: number;
}

export interface Egress {
  readonly host: string;
  readonly port: number;
  /** empty where they are not known: then any address on that port, and the host by name where a mesh can tell */
  readonly cidrs: readonly string[];
}

/** Where a workload is reached under a name. */
export interface Exposure {
  /** `api.example.com`, in other environments `api.staging.example.com` */
  readonly host: string;
  readonly path: string;
  /** whether the internet may reach it; otherwise peers and the VPN only */
  readonly public: boolean;
}

export interface ObjectiveHere {
  /** percent over 30 days */
  readonly availability: number;
  readonly latency?: { readonly percentile: number; readonly milliseconds: number };
}

/** Runs all the time and is called. */
export interface Service extends Workload {
  readonly kind: 'service';
  /** without tag or digest: the pipeline pins it */
  readonly image: string;
  readonly port: number;
  readonly protocol: 'http' | 'grpc' | 'tcp';
  readonly health: { readonly ready: string; readonly live: string; readonly startSeconds: number };
  /** path of its metrics, on its port */
  readonly metrics: string;
  readonly command: readonly string[];
  /** `cpu`: percent of the requested processors that scaling aims at; fixed where min equals max */
  readonly scale: { readonly min: number; readonly max: number; readonly cpu: number };
  readonly requests: Resources;
  /** memory as requested; processors are not limited in Kubernetes unless `cpuMilli` is given */
  readonly limits: { readonly memoryMi: number; readonly cpuMilli?: number };
  readonly expose?: Exposure;
  readonly slo: ObjectiveHere;
  readonly strategy: Strategy;
  /** whether some of its replicas may run on spot */
  readonly spot: boolean;
  /** how many replicas may be away on purpose */
  readonly maxUnavailable: number;
  /** `critical` in production where it is exposed or its objective is above 99.9 */
  readonly priority: 'critical' | 'standard';
  /** seconds between the signal to end and the end */
  readonly graceSeconds: number;
}

/** Runs and ends. */
export interface Job extends Workload {
  readonly kind: 'job';
  readonly image: string;
  readonly command: readonly string[];
  /** five cron fields in UTC; absent where it is started by hand, or due only when the environment is off */
  readonly schedule?: string;
  readonly timeoutSeconds: number;
  readonly retries: number;
  readonly requests: Resources;
  readonly limits: { readonly memoryMi: number };
  readonly spot: boolean;
}

export type Trigger =
  | { readonly kind: 'queue' | 'topic' | 'bucket' | 'table'; readonly datastore: string }
  /** five cron fields in UTC */
  | { readonly kind: 'schedule'; readonly cron: string }
  | { readonly kind: 'http'; readonly expose: Exposure };

/** AWS Lambda. A service or job that was decided to run as one is here too. */
export interface FunctionHere extends Workload {
  readonly kind: 'function';
  readonly runtime: Runtime;
  /** set where the runtime is `image` */
  readonly image?: string;
  readonly command: readonly string[];
  readonly handler: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  /** the most that run at once; absent: what the account allows */
  readonly concurrency?: number;
  readonly triggers: readonly Trigger[];
  /** whether it has to be in the VPC, because it needs something there */
  readonly inNetwork: boolean;
  /** the port that its image listens on, where it was a service: AWS Lambda Web Adapter stands before it */
  readonly webPort?: number;
  readonly slo: ObjectiveHere;
}
