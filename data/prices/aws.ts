/**
 * Rough list prices of AWS, on demand, in US dollars, for us-east-1; `regionFactors` brings them elsewhere.
 * Good for choosing between architectures, not for an invoice.
 * Source: the public price pages of each service (aws.amazon.com/<service>/pricing), read on the day below.
 */
export const pricesAsOf = '2026-05-01';

/** Hours in a month, as AWS counts them. */
export const hoursAMonth = 730;

/** Per hour. */
export const hourly = {
  eksCluster: 0.1,
  natGateway: 0.045,
  loadBalancer: 0.0225,
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
} as const;

/** What spot costs of the price on demand, over a long time. */
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
  databaseGb: 0.115,
  backupGb: 0.095,
  volumeGb: 0.08,
  bucketGb: 0.023,
  tableGb: 0.25,
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
  lambdaGbSecond: 0.0000133334,
  millionQueueRequests: 0.4,
} as const;

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
