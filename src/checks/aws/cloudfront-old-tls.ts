import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/cloudfront-old-tls',
  title: 'Distribution that speaks TLS below 1.2',
  dimension: 'security',
  severity: 'medium',
  why: 'TLS 1.0 and 1.1 are broken, forbidden by PCI DSS, and no browser of this decade needs them. A distribution that names no minimum, or has only CloudFront’s own certificate, still speaks both.',
  sameAs: [
    'checkov:CKV_AWS_174',
    'kics:terraform/aws/cloudfront_without_minimum_protocol_tls_1.2',
    'kics:terraform/aws/vulnerable_default_ssl_certificate',
    'trivy:AWS-0013',
  ],
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
    'https://www.rfc-editor.org/rfc/rfc8996',
  ],
  visits: resources('aws_cloudfront_distribution'),
  judge({ resource, node }) {
    const certificate = node.get('viewer_certificate');
    const own = certificate?.flag('cloudfront_default_certificate') === true;
    if (own || !certificate)
      return {
        message: `${resource.address} has CloudFront's own certificate, with which it speaks TLS 1.0 whatever minimum is set: give it a name and a certificate of its own, with minimum_protocol_version TLSv1.2_2021.`,
        at: certificate ?? node,
        severity: 'low',
      };
    const minimum = certificate.get('minimum_protocol_version');
    if (/^TLSv1\.[23]/.test(minimum?.text() ?? 'TLSv1')) return;
    return {
      message: `${resource.address} accepts clients from ${minimum?.text() ?? 'TLSv1, the default,'} on: set minimum_protocol_version to TLSv1.2_2021.`,
      at: minimum ?? certificate,
      fix: {
        safety: 'unsafe',
        summary: 'set minimum_protocol_version to TLSv1.2_2021 (clients older than TLS 1.2 are refused)',
        edits: [{ op: 'set', in: certificate, path: ['minimum_protocol_version'], value: 'TLSv1.2_2021' }],
      },
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
    minimum_protocol_version = "TLSv1"
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
