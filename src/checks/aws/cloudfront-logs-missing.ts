import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
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
    if (graph.to(resource).some(({ from }) => from.type === 'aws_cloudwatch_log_delivery_source')) return;
    if (node.has('default_cache_behavior', 'realtime_log_config_arn')) return;
    return {
      message: `${resource.address} keeps no log of its requests: add logging_config, or an aws_cloudwatch_log_delivery_source.`,
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
