import { describe, expect, it } from 'vitest';
import { terraform } from '../../../src/design/terraform/target.ts';
import { architectureOf, architectureOfExample } from '../../support/design-example.ts';

const shop = (more: string) =>
  terraform.write(
    architectureOf(`name: shop
owner: shop
owners: { shop: { email: a@shop.example, channel: "#shop", github: shop/ops } }
region: eu-west-1
domain: shop.example
services: { api: { image: ghcr.io/acme/api, expose: www } }
delivery: { repository: acme/platform }
${more}`),
  );
const platformOf = (files: ReadonlyMap<string, string>, name: string, file: string) =>
  files.get(`terraform/environments/${name}/platform/${file}`)!;

describe('behind CloudFront', () => {
  const edge = platformOf(
    shop(
      'compute: ecs\ndecisions: { edge: cloudfront }\nenvironments: { production: { account: "222233334444" } }\n',
    ),
    'production',
    'edge.tf',
  );

  it('a load balancer takes its addresses only', () => {
    expect(edge).toMatch(/name = "com\.amazonaws\.global\.cloudfront\.origin-facing"/);
    expect(edge).toMatch(/client_cidrs += \[\]/);
    expect(edge).toMatch(/client_prefix_list_id += data\.aws_ec2_managed_prefix_list\.edge\.id/);
  });

  it('names answer over IPv6 too', () => {
    expect(edge).toMatch(/resource "aws_route53_record" "edge_www_shop_example_ipv6" \{[^}]*type += "AAAA"/);
  });
});

describe('clusters', () => {
  it('let people in who come through the VPN, where there is one', () => {
    const files = terraform.write(architectureOfExample('payments'));
    expect(platformOf(files, 'production', 'cluster.tf')).toMatch(
      /api_client_cidrs += \["172\.20\.0\.0\/16"\]/,
    );
    const without = shop('compute: eks\nenvironments: { production: { account: "222233334444" } }\n');
    expect(platformOf(without, 'production', 'cluster.tf')).not.toContain('api_client_cidrs');
  });

  it('have the role of spot machines made by the first environment of an account that starts any by itself', () => {
    const files = shop(
      'compute: eks\ndecisions: { nodes: karpenter, spot: 0.5 }\nenvironments: { staging: { account: "222233334444" }, production: { account: "222233334444" } }\n',
    );
    expect(platformOf(files, 'staging', 'cluster.tf')).toMatch(/make_spot_role += true/);
    expect(platformOf(files, 'production', 'cluster.tf')).not.toContain('make_spot_role');
  });
});

it('AWS Config looks with one role in both regions', () => {
  const files = terraform.write(architectureOfExample('payments'));
  expect(files.get('terraform/environments/production/recovery/guard.tf')).toContain(
    ':role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"',
  );
});
