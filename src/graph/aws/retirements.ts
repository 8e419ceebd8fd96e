/**
 * What AWS has retired, with the day on which it did. Only what had ended by 2026-11-23 is listed; add what ended since.
 */

/** Runtimes of Lambda that get no more patches. Source: AWS Lambda Developer Guide, Runtime deprecation. */
export const retiredRuntimes: Readonly<Record<string, string>> = {
  'dotnet5.0': '2022-05-10',
  dotnet6: '2024-12-20',
  dotnet7: '2024-05-14',
  'dotnetcore1.0': '2019-06-27',
  'dotnetcore2.0': '2019-05-30',
  'dotnetcore2.1': '2022-01-05',
  'dotnetcore3.1': '2023-04-03',
  'go1.x': '2024-01-08',
  java8: '2024-01-08',
  nodejs: '2016-10-31',
  'nodejs4.3': '2020-03-05',
  'nodejs6.10': '2019-08-12',
  'nodejs8.10': '2020-03-06',
  'nodejs10.x': '2021-07-30',
  'nodejs12.x': '2023-03-31',
  'nodejs14.x': '2023-12-04',
  'nodejs16.x': '2024-06-12',
  'nodejs18.x': '2025-09-01',
  'nodejs20.x': '2026-04-30',
  provided: '2024-01-08',
  'python2.7': '2021-07-15',
  'python3.6': '2022-07-18',
  'python3.7': '2023-12-04',
  'python3.8': '2024-10-14',
  'python3.9': '2025-12-15',
  'ruby2.5': '2021-07-30',
  'ruby2.7': '2023-12-07',
  'ruby3.2': '2026-03-31',
};

/** Minor versions of Kubernetes whose standard support by EKS has ended. Source: Amazon EKS User Guide, Kubernetes release calendar. */
export const extendedKubernetes: Readonly<Record<string, string>> = {
  '1.28': '2024-11-26',
  '1.29': '2025-03-23',
  '1.30': '2025-07-23',
  '1.31': '2025-11-26',
  '1.32': '2026-03-23',
  '1.33': '2026-07-29',
};

/** Major versions of engines whose standard support by RDS has ended. Source: RDS User Guide and Aurora release notes, release calendars. */
export const extendedEngines: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  postgres: { '11': '2024-02-29', '12': '2025-02-28', '13': '2026-02-28' },
  mysql: { '5.7': '2024-02-29', '8.0': '2026-07-31' },
  'aurora-postgresql': { '11': '2024-02-29', '12': '2025-02-28', '13': '2026-02-28' },
  'aurora-mysql': { '5.7': '2024-10-31' },
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
