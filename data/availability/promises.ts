// What providers promise, as monthly uptime, and how their services behave when a part fails.
// Written by hand from the pages that each entry names; `date` is the day on which a page was last compared, and `updated` what the
// page itself says. One that could not be opened then is `assumed`: the figure is what others quote of it, every output says so, and
// `simulation.availability` sets it by its name here. A service that is not here has no figure: it is left out of a bound,
// and the bound says so. To refresh: open each page, compare the percentage, and move the date.

/** A published promise of availability. */
export interface Promised {
  /** percent of a month */
  readonly percent: number;
  readonly what: string;
  readonly source: string;
  readonly date?: string;
  /** taken from what others quote of the page: not compared with it */
  readonly assumed?: true;
  readonly updated?: string;
}

const date = '2026-11-28';

export const promises = {
  'rds-multi-az': { percent: 99.95, what: 'RDS in two zones', source: 'https://aws.amazon.com/rds/sla/', date, updated: '2024-01-22' },
  'rds-single': { percent: 99.5, what: 'RDS in one zone', source: 'https://aws.amazon.com/rds/sla/', date, updated: '2024-01-22' },
  'aurora-multi-az': { percent: 99.99, what: 'Aurora in several zones', source: 'https://aws.amazon.com/rds/aurora/sla/', date, updated: '2022-05-19' },
  'aurora-single': { percent: 99.9, what: 'Aurora in one zone', source: 'https://aws.amazon.com/rds/aurora/sla/', date, updated: '2022-05-19' },
  'elasticache-multi-az': { percent: 99.99, what: 'ElastiCache in several zones, with failover', source: 'https://aws.amazon.com/elasticache/sla/', date },
  'elasticache-single': { percent: 99.5, what: 'ElastiCache in one zone', source: 'https://aws.amazon.com/elasticache/sla/', date },
  'ec2-instance': { percent: 99.5, what: 'one EC2 instance', source: 'https://aws.amazon.com/compute/sla/', date, updated: '2022-05-25' },
  'ec2-region': { percent: 99.99, what: 'EC2 in several zones', source: 'https://aws.amazon.com/compute/sla/', date, updated: '2022-05-25' },
  // one SLA for EC2, ECS and Fargate: a task of Fargate counts as an instance
  'fargate-task': { percent: 99.5, what: 'one task of Fargate', source: 'https://aws.amazon.com/compute/sla/', date, updated: '2022-05-25' },
  'fargate-region': { percent: 99.99, what: 'Fargate in several zones', source: 'https://aws.amazon.com/compute/sla/', date, updated: '2022-05-25' },
  lambda: { percent: 99.95, what: 'Lambda', source: 'https://aws.amazon.com/lambda/sla/', assumed: true },
  'api-gateway': { percent: 99.95, what: 'API Gateway', source: 'https://aws.amazon.com/api-gateway/sla/', date, updated: '2022-05-05' },
  elb: { percent: 99.99, what: 'an elastic load balancer', source: 'https://aws.amazon.com/elasticloadbalancing/sla/', date, updated: '2022-07-25' },
  eks: { percent: 99.95, what: 'the API of an EKS cluster', source: 'https://aws.amazon.com/eks/sla/', date, updated: '2022-05-04' },
  messaging: { percent: 99.9, what: 'SQS and SNS', source: 'https://aws.amazon.com/messaging/sla/', assumed: true },
  msk: { percent: 99.9, what: 'MSK in several zones', source: 'https://aws.amazon.com/msk/sla/', assumed: true },
  dynamodb: { percent: 99.99, what: 'DynamoDB in one region', source: 'https://aws.amazon.com/dynamodb/sla/', assumed: true },
  s3: { percent: 99.9, what: 'S3', source: 'https://aws.amazon.com/s3/sla/', date, updated: '2023-11-28' },
  efs: { percent: 99.99, what: 'EFS in several zones', source: 'https://aws.amazon.com/efs/sla/', date, updated: '2022-05-04' },
  opensearch: { percent: 99.9, what: 'OpenSearch in several zones', source: 'https://aws.amazon.com/opensearch-service/sla/', date },
  'cloud-sql-regional': { percent: 99.95, what: 'Cloud SQL with high availability', source: 'https://cloud.google.com/sql/sla', date },
} as const satisfies Readonly<Record<string, Promised>>;

export type PromiseId = keyof typeof promises;

/** How long a part that fails is away, by documentation. No figure where the documentation gives none. */
export interface Documented {
  readonly seconds: readonly [least: number, most: number] | undefined;
  readonly what: string;
  readonly source: string;
  /** the day on which the page was last compared */
  readonly date?: string;
}

export const behaviours = {
  'rds-failover': { seconds: [60, 120], what: 'RDS fails over to its standby', source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.Failover.html', date },
  'rds-cluster-failover': { seconds: [0, 35], what: 'an RDS cluster of three instances fails over', source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html', date },
  'aurora-failover': { seconds: [30, 60], what: 'Aurora fails over to a reader', source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html' },
  'aurora-recreate': { seconds: [0, 600], what: 'Aurora makes the writer anew, in the same zone where that is there', source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html' },
  'elasticache-failover': { seconds: undefined, what: 'ElastiCache promotes a replica; its documentation gives no figure', source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html' },
  'elasticache-recreate': { seconds: undefined, what: 'ElastiCache replaces the node, empty unless a snapshot is restored; its documentation gives no figure', source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html' },
  'rds-restart': { seconds: undefined, what: 'RDS starts the instance on another machine of its zone; its documentation gives no figure', source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.Failover.html' },
  // since Kubernetes 1.32; 40 seconds before
  'node-unreachable': { seconds: [50, 50], what: 'the node is taken for lost', source: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/ (--node-monitor-grace-period)' },
  'volume-detach': { seconds: [0, 360], what: 'the volume is detached, by force where its node does not answer', source: 'https://kubernetes.io/docs/concepts/cluster-administration/node-shutdown/#storage-force-detach-on-timeout' },
} as const satisfies Readonly<Record<string, Documented>>;

export type BehaviourId = keyof typeof behaviours;
