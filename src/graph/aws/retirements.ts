/**
 * What AWS has retired, with the day on which it did. Only what had ended by 2026-11-28 is listed; add what ended since.
 * Compared with https://github.com/endoflife-date/endoflife.date (aws-lambda, amazon-eks, amazon-rds-*, amazon-aurora-*) of 2026-08-22.
 */

/** Runtimes of Lambda that get no more patches. Source: AWS Lambda Developer Guide, Runtime deprecation. */
export const retiredRuntimes: Readonly<Record<string, string>> = {
  'dotnet5.0': '2022-05-10',
  dotnet6: '2024-12-20',
  dotnet7: '2024-05-14',
  dotnet8: '2026-11-10',
  dotnet9: '2026-11-10',
  'dotnetcore1.0': '2019-06-27',
  'dotnetcore2.0': '2019-05-30',
  'dotnetcore2.1': '2022-01-05',
  'dotnetcore3.1': '2023-04-03',
  'go1.x': '2024-01-08',
  java8: '2024-01-08',
  nodejs: '2016-08-30',
  'nodejs4.3': '2020-03-05',
  'nodejs4.3-edge': '2020-03-05',
  'nodejs6.10': '2019-08-12',
  'nodejs8.10': '2020-03-06',
  'nodejs10.x': '2021-07-30',
  'nodejs12.x': '2023-03-31',
  'nodejs14.x': '2023-12-04',
  'nodejs16.x': '2024-06-12',
  'nodejs18.x': '2025-09-01',
  'nodejs20.x': '2026-04-30',
  provided: '2024-01-08',
  'provided.al2': '2026-07-31',
  'python2.7': '2021-07-15',
  'python3.6': '2022-07-18',
  'python3.7': '2023-12-04',
  'python3.8': '2024-10-14',
  'python3.9': '2025-12-15',
  'python3.10': '2026-10-31',
  'ruby2.5': '2021-07-30',
  'ruby2.7': '2023-12-07',
  'ruby3.2': '2026-03-31',
};

/** Minor versions of Kubernetes whose standard support by EKS has ended. Source: Amazon EKS User Guide, Kubernetes release calendar. */
export const extendedKubernetes: Readonly<Record<string, string>> = {
  '1.32': '2026-03-23',
  '1.33': '2026-07-29',
};

/** Minor versions of Kubernetes that EKS has no more, with the day on which extended support ended. Source: as above. */
export const endedKubernetes: Readonly<Record<string, string>> = {
  '1.21': '2024-07-15',
  '1.22': '2024-09-01',
  '1.23': '2024-10-11',
  '1.24': '2025-01-31',
  '1.25': '2025-05-01',
  '1.26': '2025-06-11',
  '1.27': '2025-07-24',
  '1.28': '2025-11-26',
  '1.29': '2026-03-23',
  '1.30': '2026-07-23',
  '1.31': '2026-11-26',
};

/**
 * Versions of engines whose standard support has ended, so that AWS charges more for them. Sources: RDS User Guide and Aurora release
 * notes, release calendars; DocumentDB, ElastiCache and OpenSearch Service guides, extended support.
 */
export const extendedEngines: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  postgres: { '11': '2024-02-29', '12': '2025-02-28', '13': '2026-02-28' },
  mysql: { '5.7': '2024-02-29', '8.0': '2026-07-31' },
  'aurora-postgresql': { '11': '2024-02-29', '12': '2025-02-28', '13': '2026-02-28' },
  'aurora-mysql': { '5.7': '2024-10-31' },
  docdb: { '3.6': '2026-03-30' },
  redis: { '4': '2026-01-31', '5': '2026-01-31' },
  OpenSearch: of('2025-11-07', '1.0', '1.1', '1.2', '2.3', '2.5', '2.7', '2.9'),
  Elasticsearch: of(
    '2025-11-07',
    ...['1.5', '2.3', '5.1', '5.3', '5.5', '5.6', '6.0', '6.2', '6.3', '6.4', '6.5', '6.7'],
    ...['7.1', '7.4', '7.7', '7.8'],
  ),
};

/** Types of the Terraform provider that are deprecated, with what takes their place. Source: Terraform AWS provider, the page of each resource. */
export const retiredTypes: Readonly<Record<string, string>> = {
  aws_s3_bucket_object: 'aws_s3_object',
  aws_launch_configuration: 'aws_launch_template',
  aws_elasticsearch_domain: 'aws_opensearch_domain',
  aws_elasticsearch_domain_policy: 'aws_opensearch_domain_policy',
  aws_kinesis_analytics_application: 'aws_kinesisanalyticsv2_application',
  aws_waf_web_acl: 'aws_wafv2_web_acl',
  aws_wafregional_web_acl: 'aws_wafv2_web_acl',
  aws_db_security_group: 'aws_security_group',
  aws_redshift_security_group: 'aws_security_group',
  aws_elasticache_security_group: 'aws_security_group',
};

function of(day: string, ...versions: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(versions.map((version) => [version, day]));
}
