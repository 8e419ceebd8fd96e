import type { MockLimit } from '../mock-limit.ts';

const behaviourWithoutPolicies = `resource "aws_cloudfront_distribution" "this" {
  default_cache_behavior {
    target_origin_id           = "origin"
    viewer_protocol_policy     = "redirect-to-https"
    allowed_methods            = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]
    cached_methods             = ["GET", "HEAD"]
    compress                   = true
    cache_policy_id            = "by-origin"
    origin_request_policy_id   = "all"
    response_headers_policy_id = "security"
  }
}
`;

/** Limits for the edge, and for ways to other networks, which roots make themselves. */
export const edgeLimits: readonly MockLimit[] = [
  ...[
    'aws_cloudfront_cache_policy.by_origin',
    'aws_cloudfront_origin_request_policy.all',
    'aws_cloudfront_response_headers_policy.security',
  ].map((name, at) => ({
    module: 'cdn',
    resource: `data.${name}`,
    without: 'count' as const,
    ...(at > 0 ? {} : { instead: behaviourWithoutPolicies }),
    reason: 'policies are not implemented, neither those of AWS',
  })),
  {
    module: 'cdn',
    resource: 'aws_cloudfront_distribution.this',
    without: [
      'default_cache_behavior[0].forwarded_values',
      'viewer_certificate[0].cloudfront_default_certificate',
    ],
    reason: 'what only those have who use no policies and no certificate reads back for all',
  },
  {
    resource: 'aws_vpn_connection_route.vpn',
    without: 'count',
    reason: 'not implemented',
  },
  {
    resource: 'aws_vpn_connection.vpn',
    without: ['static_routes_only'],
    reason: 'whether routes are static does not read back',
  },
  {
    resource: 'aws_route53_zone.private',
    without: ['vpc'],
    reason: 'it takes a zone for a public one unless told otherwise in words that the provider does not use',
  },
  {
    resource: 'aws_vpc_peering_connection.head_office',
    without: [],
    besides: `data "aws_vpc" "elsewhere" {
  default = true
}
`,
    instead: `resource "aws_vpc_peering_connection" "head_office" {
  peer_vpc_id   = data.aws_vpc.elsewhere.id
  peer_owner_id = data.aws_vpc.elsewhere.owner_id
}
`,
    reason: 'it knows no network of another account',
  },
];
