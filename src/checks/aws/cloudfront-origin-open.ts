import type { Selector, Subject } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { Unknown } from '../../model/unknown.ts';
import { check } from '../check.ts';

/** Origins of distributions that are buckets, by reference or by name. */
const bucketOrigins: Selector<Subject> = {
  of: 'origins of CloudFront that are buckets',
  find: (graph) =>
    graph.ofType('aws_cloudfront_distribution').flatMap((resource) => {
      const content = resource.body.peek('origin')?.content;
      const origins = Array.isArray(content) ? (content as readonly Node[]) : [];
      return origins.filter(isBucket).map((node) => ({ resource, node }));
    }),
};

export default check({
  id: 'aws/cloudfront-origin-open',
  title: 'Bucket behind CloudFront that must be open to everybody',
  dimension: 'security',
  severity: 'medium',
  why: 'CloudFront that does not sign its requests gets from a bucket only what everybody gets. So the bucket has to be public, and whoever knows its name reads it, or lists it, past the distribution: without its TLS, firewall, logs and signed links. With origin access control the bucket admits this one distribution.',
  sameAs: ['checkov:CKV2_AWS_46', 'regula:FG_R00010'],
  controls: ['pci-dss:1.4.4', 'soc2:CC6.6'],
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  ],
  visits: bucketOrigins,
  judge({ resource, node }) {
    if (node.has('origin_access_control_id') && node.peek('origin_access_control_id')?.content !== '') return;
    const identity = node.get('s3_origin_config', 'origin_access_identity');
    if (identity && identity.content !== '') return;
    const name = node.text('origin_id') ?? '';
    return {
      message: `${resource.address} asks the bucket of its origin ${name} like anybody, so the bucket must let everybody in, past CloudFront: give it an aws_cloudfront_origin_access_control, and admit only this distribution.`,
      key: name,
    };
  },
  examples: {
    bad: `resource "aws_cloudfront_distribution" "web" {
  enabled    = true
  web_acl_id = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/web/0a1b"

  origin {
    origin_id   = "web"
    domain_name = "acme-web.s3.eu-central-1.amazonaws.com"
  }
}
`,
    good: `resource "aws_cloudfront_distribution" "web" {
  enabled    = true
  web_acl_id = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/web/0a1b"

  origin {
    origin_id                = "web"
    domain_name              = "acme-web.s3.eu-central-1.amazonaws.com"
    origin_access_control_id = "E1A2B3C4D5"
  }
}
`,
  },
});

/** A website endpoint is no bucket to CloudFront: it cannot be asked with a signature. */
function isBucket(origin: Node): boolean {
  if (origin.peek('custom_origin_config') !== undefined) return false;
  const content = origin.peek('domain_name')?.content;
  if (content instanceof Unknown)
    return content.references.some((address) => /(^|\.)aws_s3_bucket\./.test(address));
  return typeof content === 'string' && /\.s3[.-][\w.-]*amazonaws\.com$/.test(content);
}
