import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/ecs-insights-off',
  title: 'ECS cluster without container metrics',
  dimension: 'observability',
  severity: 'info',
  why: 'Without Container Insights CloudWatch knows CPU and memory of whole services only: no restarts, no single tasks, no network or disk. It is paid by metric; where another tool watches the tasks, it is not needed.',
  sameAs: [
    'checkov:CKV_AWS_65',
    'kics:terraform/aws/ecs_cluster_container_insights_disabled',
    'trivy:AWS-0034',
  ],
  controls: ['soc2:CC7.2'],
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/deploy-container-insights-ECS-cluster.html',
  ],
  visits: resources('aws_ecs_cluster'),
  judge({ resource, node }) {
    if (isNonProduction(resource)) return;
    const setting = node.list('setting').find((one) => one.text('name') === 'containerInsights');
    const value = setting?.get('value');
    if (/^(enabled|enhanced)$/.test(value?.text() ?? '')) return;
    return {
      message: `${resource.address} has no metrics of its tasks: unless another tool watches them, set containerInsights to enhanced.`,
      at: value ?? setting ?? node,
    };
  },
  examples: {
    bad: 'resource "aws_ecs_cluster" "shop" {\n  name = "shop"\n}\n',
    good: 'resource "aws_ecs_cluster" "shop" {\n  name = "shop"\n\n  setting {\n    name  = "containerInsights"\n    value = "enhanced"\n  }\n}\n',
  },
});
