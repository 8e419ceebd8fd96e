import { regionOf } from '../../graph/aws/regions.ts';
import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/cloudfront-certificate-region',
  title: 'Certificate that CloudFront cannot use',
  dimension: 'functionality',
  severity: 'high',
  why: 'CloudFront takes certificates of ACM from us-east-1 only, wherever everything else is. A certificate of another region is refused when the distribution is applied, and certificates cannot be moved: it has to be made, and validated, again.',
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html#https-requirements-aws-region',
  ],
  visits: resources('aws_cloudfront_distribution'),
  judge({ resource, node }, graph) {
    const certificate = node.get('viewer_certificate', 'acm_certificate_arn');
    if (!certificate) return;
    const region =
      typeof certificate.content === 'string'
        ? ofArn(certificate.content)
        : regionBehind(graph, resource, certificate);
    if (region === undefined || region === 'us-east-1') return;
    return {
      message: `${resource.address} has a certificate of ${region}, and CloudFront takes those of us-east-1 only: make the certificate there, with a provider for that region.`,
      at: certificate,
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
    acm_certificate_arn      = "arn:aws:acm:eu-central-1:123456789012:certificate/0a1b"
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

function ofArn(arn: string): string | undefined {
  return /^arn:[\w-]+:acm:([\w-]+):/.exec(arn)?.[1];
}

/** The region of the certificate that an attribute refers to, also through its validation. */
function regionBehind(graph: Graph, resource: Resource, at: Node): string | undefined {
  const named = graph
    .from(resource)
    .filter((relation) => relation.at === at)
    .map(({ to }) => to);
  const behind = named.flatMap((one) =>
    one.type === 'aws_acm_certificate_validation' ? graph.from(one).map(({ to }) => to) : [one],
  );
  const certificate = behind.find(({ type }) => /^(data\.)?aws_acm_certificate$/.test(type));
  const region = certificate && regionOf(graph, certificate)?.content;
  return typeof region === 'string' ? region : undefined;
}
