import { isNonProduction } from '../../graph/circumstances.ts';
import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/cloudfront-logs-missing',
  title: 'Distribution that does not log requests',
  dimension: 'observability',
  severity: 'low',
  why: 'What CloudFront answers from its cache or refuses never reaches the origin’s log: attacks, errors and what the traffic is made of show here only. To S3 with a lifecycle rule the log costs little.',
  sameAs: ['checkov:CKV_AWS_86', 'kics:terraform/aws/cloudfront_logging_disabled', 'trivy:AWS-0010'],
  controls: ['pci-dss:10.2.1', 'soc2:CC7.2'],
  sources: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/logging.html'],
  visits: resources('aws_cloudfront_distribution'),
  judge({ resource, node }, graph) {
    if (isNonProduction(resource) || node.has('logging_config')) return;
    // the newer way: deliveries of CloudWatch Logs, or a real-time log of a behavior
    const sources = graph
      .to(resource)
      .flatMap(({ from }) => (from.type === 'aws_cloudwatch_log_delivery_source' ? [from] : []));
    if (sources.some((source) => isDelivered(graph, source))) return;
    if (node.has('default_cache_behavior', 'realtime_log_config_arn')) return;
    return {
      message: sources[0]
        ? `${resource.address} keeps no log of its requests: nothing delivers ${sources[0].address}. Add an aws_cloudwatch_log_delivery for it.`
        : `${resource.address} keeps no log of its requests: add logging_config, or an aws_cloudwatch_log_delivery_source.`,
    };
  },
  examples: {
    bad: `resource "aws_cloudfront_distribution" "web" {
  enabled = true

  origin {
    origin_id   = "web"
    domain_name = "web.example.com"
  }

  default_cache_behavior {
    target_origin_id       = "web"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:123456789012:certificate/0a1b"
    ssl_support_method       = "sni-only"
    minimum_protocol_version = "TLSv1.2_2021"
  }
}
`,
    good: `resource "aws_cloudfront_distribution" "web" {
  enabled = true

  origin {
    origin_id   = "web"
    domain_name = "web.example.com"
  }

  default_cache_behavior {
    target_origin_id       = "web"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:123456789012:certificate/0a1b"
    ssl_support_method       = "sni-only"
    minimum_protocol_version = "TLSv1.2_2021"
  }

  logging_config {
    bucket = "acme-logs.s3.amazonaws.com"
  }
}
`,
  },
});

/** Whether a delivery takes the source up, by reference or by name; one whose source cannot be told may be for it. */
function isDelivered(graph: Graph, source: Resource): boolean {
  const name = source.body.peek('name')?.content;
  return graph.ofType('aws_cloudwatch_log_delivery').some((delivery) => {
    if (graph.from(delivery).some(({ to }) => to === source)) return true;
    const named = delivery.body.peek('delivery_source_name')?.content;
    return typeof named !== 'string'
      ? graph.from(delivery).every(({ to }) => to.type !== source.type)
      : named === name;
  });
}
