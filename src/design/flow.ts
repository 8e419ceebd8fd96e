import type { DatastoreType } from '../blueprint/blueprint.ts';

/** One end of a connection. */
export type Endpoint =
  /** people and machines on the internet */
  | { readonly kind: 'internet' }
  /** peers and the VPN, by their ranges */
  | { readonly kind: 'private-network'; readonly cidrs: readonly string[] }
  /** the load balancer or ingress controller */
  | { readonly kind: 'ingress' }
  /** what collects metrics */
  | { readonly kind: 'metrics' }
  /** a service, job or function of this environment */
  | { readonly kind: 'workload'; readonly name: string; readonly namespace: string }
  /** `port` is 443 where it is reached through the API of AWS */
  | {
      readonly kind: 'datastore';
      readonly name: string;
      readonly type: DatastoreType;
      readonly selfHosted: boolean;
    }
  /** something that is not ours; `cidrs` is empty where its addresses are not known */
  | { readonly kind: 'outside'; readonly host: string; readonly cidrs: readonly string[] };

/** A connection that has to be possible. Names are resolved for all workloads besides. */
export interface Flow {
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly port: number;
  readonly protocol: 'tcp';
}
