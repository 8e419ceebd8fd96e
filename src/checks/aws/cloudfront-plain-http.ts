import { foundIn } from '../../graph/certain.ts';
import { textAt } from '../../graph/look.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'aws/cloudfront-plain-http',
  title: 'Distribution that serves plain HTTP',
  dimension: 'security',
  severity: 'medium',
  why: 'With allow-all CloudFront answers plain HTTP as it answers HTTPS, and everybody on the way reads and changes the pages. redirect-to-https sends browsers over without a broken link.',
  sameAs: [
    'checkov:CKV_AWS_34',
    'kics:terraform/aws/cloudfront_viewer_protocol_policy_allows_http',
    'regula:FG_R00011',
    'trivy:AWS-0012',
  ],
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html',
  ],
  visits: resources('aws_cloudfront_distribution'),
  judge({ resource, node }) {
    const judgeOne = (behavior: Node): readonly Fault[] => {
      const policy = behavior.get('viewer_protocol_policy');
      if (policy?.text() !== 'allow-all') return [];
      const path = textAt(behavior, 'path_pattern') || 'default';
      return [
        {
          message: `${resource.address} serves ${path === 'default' ? 'what no other behavior matches' : path} over plain HTTP too: set viewer_protocol_policy to redirect-to-https.`,
          at: policy,
          key: path,
          fix: {
            safety: 'unsafe',
            summary:
              'set viewer_protocol_policy to redirect-to-https (clients that do not follow redirects fail)',
            edits: [{ op: 'replace', node: policy, value: 'redirect-to-https' }],
          },
        },
      ];
    };
    return foundIn(['default_cache_behavior', 'ordered_cache_behavior'], (name) =>
      foundIn(node.list(name), judgeOne),
    );
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
    viewer_protocol_policy = "allow-all"
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
