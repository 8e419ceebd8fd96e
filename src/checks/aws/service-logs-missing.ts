import { isNonProduction } from '../../graph/circumstances.ts';
import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

interface Logs {
  /** whether the service writes them as it is declared */
  readonly kept: (body: Node, resource: Resource, graph: Graph) => boolean;
  readonly what: string;
  readonly how: string;
}

/** What each service writes where it is asked to. Source: Terraform AWS provider, the page of each resource. */
const services: Readonly<Record<string, Logs>> = {
  aws_msk_cluster: {
    kept: (body) =>
      ['cloudwatch_logs', 'firehose', 's3'].some(
        (to) => body.flag('logging_info', 'broker_logs', to, 'enabled') === true,
      ),
    what: 'what its brokers report',
    how: 'add logging_info.broker_logs',
  },
  aws_mq_broker: {
    kept: (body) => body.flag('logs', 'general') === true || body.flag('logs', 'audit') === true,
    what: 'what its broker reports and who administers it',
    how: 'set logs.general, and logs.audit for ActiveMQ',
  },
  aws_redshift_cluster: {
    kept: (body, resource, graph) =>
      body.flag('logging', 'enable') === true ||
      companionsOf(graph, resource, 'aws_redshift_logging', 'cluster_identifier').length > 0,
    what: 'who connected and what was queried',
    how: 'add an aws_redshift_logging',
  },
  aws_sfn_state_machine: {
    kept: (body) => (body.text('logging_configuration', 'level') ?? 'OFF') !== 'OFF',
    what: 'why an execution failed',
    how: 'set logging_configuration.level to ERROR or ALL',
  },
  aws_appsync_graphql_api: {
    kept: (body) => body.has('log_config'),
    what: 'which requests fail',
    how: 'add log_config',
  },
  aws_wafv2_web_acl: {
    kept: (_, resource, graph) =>
      companionsOf(graph, resource, 'aws_wafv2_web_acl_logging_configuration', 'resource_arn').length > 0,
    what: 'which requests it blocked, and whether rightly',
    how: 'add an aws_wafv2_web_acl_logging_configuration',
  },
  aws_networkfirewall_firewall: {
    kept: (_, resource, graph) =>
      companionsOf(graph, resource, 'aws_networkfirewall_logging_configuration', 'firewall_arn').length > 0,
    what: 'what it dropped and let through',
    how: 'add an aws_networkfirewall_logging_configuration',
  },
  aws_globalaccelerator_accelerator: {
    kept: (body) => body.flag('attributes', 'flow_logs_enabled') === true,
    what: 'who connected',
    how: 'set attributes.flow_logs_enabled',
  },
  aws_mwaa_environment: {
    kept: (body) =>
      body.flag('logging_configuration', 'task_logs', 'enabled') !== false &&
      body.has('logging_configuration'),
    what: 'why a task failed',
    how: 'add logging_configuration',
  },
};

export default check({
  id: 'aws/service-logs-missing',
  title: 'Managed service that leaves no trace',
  dimension: 'observability',
  severity: 'low',
  why: 'A managed service has no host to sign in to: what it did not write to a log when it failed, nobody can find out afterwards. These logs are off unless they are asked for.',
  sameAs: [
    'checkov:CKV2_AWS_31',
    'checkov:CKV2_AWS_63',
    'checkov:CKV_AWS_193',
    'checkov:CKV_AWS_197',
    'checkov:CKV_AWS_48',
    'checkov:CKV_AWS_71',
    'checkov:CKV_AWS_75',
    'checkov:CKV_AWS_80',
    'kics:terraform/aws/global_accelerator_flow_logs_disabled',
    'kics:terraform/aws/mq_broker_logging_disabled',
    'kics:terraform/aws/msk_cluster_logging_disabled',
    'kics:terraform/aws/redshift_cluster_logging_disabled',
    'trivy:AWS-0070',
    'trivy:AWS-0071',
    'trivy:AWS-0074',
  ],
  controls: ['pci-dss:10.2.1', 'soc2:CC7.2', 'hipaa:164.312(b)'],
  sources: [
    'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/monitor-workload-resources.html',
  ],
  visits: resources(...Object.keys(services)),
  judge({ resource, node }, graph) {
    if (isNonProduction(resource)) return;
    const { kept, what, how } = services[resource.type]!;
    if (kept(node, resource, graph)) return;
    return {
      message: `Nobody can tell afterwards ${what}: ${resource.address} keeps no log of it. To have one, ${how}.`,
    };
  },
  examples: {
    bad: 'resource "aws_sfn_state_machine" "billing" {\n  name       = "billing"\n  role_arn   = "arn:aws:iam::123456789012:role/billing"\n  definition = "{}"\n}\n',
    good: 'resource "aws_sfn_state_machine" "billing" {\n  name       = "billing"\n  role_arn   = "arn:aws:iam::123456789012:role/billing"\n  definition = "{}"\n\n  logging_configuration {\n    level           = "ERROR"\n    log_destination = "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/vendedlogs/billing:*"\n  }\n}\n',
  },
});
