/** A VPC with its subnets. No range overlaps another, a peer, or the VPN. */
export interface Network {
  /** `10.0.0.0/16` */
  readonly cidr: string;
  /** one a zone, in the order of the environment's zones */
  readonly zones: readonly ZoneNetwork[];
  /** `none`: nothing in it reaches the internet except through endpoints */
  readonly nat: 'none' | 'single' | 'per-zone';
  /** AWS services reached without the internet: short names as in `com.amazonaws.REGION.NAME` */
  readonly endpoints: { readonly gateway: readonly string[]; readonly interface: readonly string[] };
  /** networks that it is connected with */
  readonly peers: readonly Peer[];
  readonly vpn?: Vpn;
  readonly flowLogRetentionDays: number;
}

export interface ZoneNetwork {
  /** `eu-west-1a` */
  readonly zone: string;
  /** load balancers and NAT gateways only */
  readonly publicCidr: string;
  /** nodes, tasks, functions */
  readonly privateCidr: string;
  /** databases and caches: no route to the internet */
  readonly dataCidr: string;
  /** network interfaces of the cluster's control plane and of endpoints */
  readonly controlCidr: string;
}

export interface Peer {
  readonly name: string;
  readonly cidr: string;
  /** account that it is in, where it is another */
  readonly account?: string;
  /** id of its VPC; absent where it has to be filled in as a variable */
  readonly vpc?: string;
}

export interface Vpn {
  /** what is reached through it */
  readonly cidr: string;
  /** public address of the other end; absent where it has to be filled in as a variable */
  readonly gateway?: string;
}
