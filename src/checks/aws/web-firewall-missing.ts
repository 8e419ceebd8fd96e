import { isNonProduction } from '../../graph/circumstances.ts';
import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/web-firewall-missing',
  title: 'Door to the internet without a firewall for requests',
  dimension: 'security',
  severity: 'low',
  why: 'A web ACL stops what is seen a thousand times a day (scans, injections, known bad addresses) and, with a rate rule, one client that asks too much, before any of it costs a function or a server. It can be put in place within minutes when an attack runs, but only where it is there already. A distribution that serves files from S3 needs it least.',
  sameAs: [
    'checkov:CKV2_AWS_28',
    'checkov:CKV2_AWS_29',
    'checkov:CKV2_AWS_33',
    'checkov:CKV_AWS_68',
    'kics:terraform/aws/alb_is_not_integrated_with_waf',
    'kics:terraform/aws/api_gateway_without_waf',
    'kics:terraform/aws/cloudfront_without_waf',
    'trivy:AWS-0011',
  ],
  controls: ['pci-dss:6.4.2', 'soc2:CC6.6'],
  sources: ['https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works.html'],
  visits: resources(
    'aws_cloudfront_distribution',
    'aws_lb',
    'aws_alb',
    'aws_api_gateway_stage',
    'aws_appsync_graphql_api',
  ),
  judge({ resource, node }, graph) {
    if (isNonProduction(resource)) return;
    if (resource.type === 'aws_cloudfront_distribution') {
      const acl = node.get('web_acl_id');
      if (acl && acl.content !== '') return;
    } else if (!isDoor(graph, resource) || isAssociated(graph, resource)) return;
    return {
      message: `Requests from the internet reach ${resource.address} without a web ACL: associate one with AWS's managed rules and a rate limit.`,
      ...((servesFiles(resource) || resource.type !== 'aws_cloudfront_distribution') && {
        severity: 'info',
      }),
    };
  },
  examples: {
    bad: 'resource "aws_lb" "web" {\n  name     = "web"\n  internal = false\n  subnets  = ["subnet-0a1b", "subnet-0c2d"]\n}\n',
    good: 'resource "aws_lb" "web" {\n  name     = "web"\n  internal = false\n  subnets  = ["subnet-0a1b", "subnet-0c2d"]\n}\n\nresource "aws_wafv2_web_acl_association" "web" {\n  resource_arn = aws_lb.web.arn\n  web_acl_arn  = "arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/web/0a1b"\n}\n',
  },
});

/** Whether it takes requests in, from the internet, that a web ACL could look at. @throws Undecided */
function isDoor(graph: Graph, resource: Resource): boolean {
  const { type, body } = resource;
  if (type === 'aws_api_gateway_stage') return !isPrivateApi(graph, resource);
  if (type !== 'aws_lb' && type !== 'aws_alb') return true;
  return (
    (body.text('load_balancer_type') ?? 'application') === 'application' && body.flag('internal') !== true
  );
}

/** Whether a stage is of an API that only endpoints in a VPC reach. @throws Undecided */
function isPrivateApi(graph: Graph, stage: Resource): boolean {
  const at = stage.body.peek('rest_api_id');
  const api = graph.from(stage).find((relation) => relation.at === at && at !== undefined)?.to;
  return api?.body.list('endpoint_configuration', 'types').some((type) => type.text() === 'PRIVATE') === true;
}

/** @throws Undecided */
function isAssociated(graph: Graph, resource: Resource): boolean {
  return ['aws_wafv2_web_acl_association', 'aws_wafregional_web_acl_association'].some(
    (type) => companionsOf(graph, resource, type, 'resource_arn').length > 0,
  );
}

function servesFiles({ type, body }: Resource): boolean {
  if (type !== 'aws_cloudfront_distribution') return false;
  const origins = body.list('origin');
  return (
    origins.length > 0 &&
    origins.every(
      (origin) =>
        origin.peek('s3_origin_config') !== undefined ||
        origin.peek('origin_access_control_id') !== undefined,
    )
  );
}
