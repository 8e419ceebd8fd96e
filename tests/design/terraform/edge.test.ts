import { describe, expect, it } from 'vitest';
import { terraform } from '../../../src/design/terraform/target.ts';
import { architectureOf } from '../../support/design-example.ts';

function platform(more: string): string {
  const architecture = architectureOf(`name: shop
account: "111122223333"
domain: shop.example
${more}`);
  return terraform.write(architecture).get('terraform/environments/production/platform/edge.tf')!;
}

describe('what stands before public hosts', () => {
  const both = `compute: ecs
services: { web: { image: a/b, expose: www, protocol: grpc }, back: { image: a/b, expose: { host: back, public: false } } }
functions: { hook: { on: { http: { host: hook } } } }
environments: { production: { recoveryRegion: eu-central-1 } }
`;

  it('is not passed by: only CloudFront reaches the load balancer behind it', () => {
    const written = platform(both);
    expect(written).toMatch(
      /client_cidrs += \[\]\n +has_client_prefix_list += true\n +client_prefix_list_id += data\.aws_ec2_managed_prefix_list\.edge\.id/,
    );
    expect(written).toMatch(/module "internal" {[^}]*client_cidrs += \["10\./);
  });

  it('stands before APIs of functions too, which CloudFront is not before', () => {
    expect(platform(both)).toContain('module "firewall"');
    expect(platform(both.replace(/functions.*/, ''))).not.toContain('module "firewall"');
  });

  it('passes gRPC on where a service speaks it', () => {
    expect(platform(both)).toMatch(/grpc +=\s+true/);
    expect(platform(both.replace('grpc', 'http'))).not.toMatch(/grpc +=/);
  });

  it('shows a certificate for names that no wildcard covers', () => {
    const written = platform('services: { web: { image: a/b, expose: a.b.shop.example } }\n');
    expect(written).toMatch(/deeper_names += \["a\.b\.shop\.example"\]/);
    expect(platform('services: { web: { image: a/b, expose: b } }\n')).not.toContain('deeper_names');
  });
});
