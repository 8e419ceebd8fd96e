import type { Selector, Subject } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

const customOrigins: Selector<Subject> = {
  of: 'origins of CloudFront that are servers',
  find: (graph) =>
    graph.ofType('aws_cloudfront_distribution').flatMap((resource) => {
      const content = resource.body.peek('origin')?.content;
      return Array.isArray(content)
        ? (content as readonly Node[])
            .filter((node) => node.peek('custom_origin_config') !== undefined)
            .map((node) => ({ resource, node }))
        : [];
    }),
};

export default check({
  id: 'aws/cloudfront-origin-plain-http',
  title: 'Distribution that fetches in the clear',
  dimension: 'security',
  severity: 'medium',
  why: 'The visitor sees a lock, and behind CloudFront the same request, with its cookies and passwords, goes over the internet as it is. Speak HTTPS to the origin too. A website endpoint of S3 knows no TLS: use the bucket with origin access control instead.',
  sameAs: ['checkov:CKV2_AWS_72'],
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html',
  ],
  visits: customOrigins,
  judge({ resource, node }) {
    // what is switched off fetches nothing
    if (resource.body.flag('enabled') === false) return;
    const policy = node.get('custom_origin_config', 'origin_protocol_policy');
    if (policy?.text() !== 'http-only' && policy?.text() !== 'match-viewer') return;
    const name = node.text('origin_id') ?? '';
    const isWebsite = /s3-website/.test(String(node.peek('domain_name')?.content));
    return {
      message: `${resource.address} fetches from its origin ${name} ${policy.text() === 'http-only' ? 'in the clear' : 'in the clear where the visitor does'}: ${isWebsite ? 'take the bucket itself as origin, with origin access control' : 'set origin_protocol_policy to https-only'}.`,
      at: policy,
      key: name,
      ...((isWebsite || policy.text() === 'match-viewer') && { severity: 'low' }),
      ...(!isWebsite && {
        fix: {
          safety: 'unsafe',
          summary: 'set origin_protocol_policy to https-only (the origin needs a certificate)',
          edits: [{ op: 'replace', node: policy, value: 'https-only' }],
        },
      }),
    };
  },
  examples: {
    bad: 'resource "aws_cloudfront_distribution" "web" {\n  enabled = true\n\n  origin {\n    origin_id   = "web"\n    domain_name = "origin.example.com"\n\n    custom_origin_config {\n      http_port              = 80\n      https_port             = 443\n      origin_protocol_policy = "http-only"\n      origin_ssl_protocols   = ["TLSv1.2"]\n    }\n  }\n}\n',
    good: 'resource "aws_cloudfront_distribution" "web" {\n  enabled = true\n\n  origin {\n    origin_id   = "web"\n    domain_name = "origin.example.com"\n\n    custom_origin_config {\n      http_port              = 80\n      https_port             = 443\n      origin_protocol_policy = "https-only"\n      origin_ssl_protocols   = ["TLSv1.2"]\n    }\n  }\n}\n',
  },
});
