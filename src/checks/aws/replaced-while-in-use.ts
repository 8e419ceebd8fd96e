import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** What cannot be deleted while something uses it, and is replaced for a change of nearly every argument. */
const words: Readonly<Record<string, string>> = {
  aws_acm_certificate: 'a certificate that a listener or a distribution uses cannot be deleted',
  aws_api_gateway_deployment: 'a deployment that a stage points at cannot be deleted',
  aws_launch_configuration: 'a launch configuration that a group uses cannot be deleted',
};

export default check({
  id: 'aws/replaced-while-in-use',
  title: 'Deleted first, although it is in use',
  dimension: 'reliability',
  severity: 'medium',
  why: 'Terraform replaces by deleting first. What is in use cannot be deleted, so the apply waits until it times out, halfway through everything else, whenever a domain is added or a method is changed. With create_before_destroy the new one is there and in use before the old one goes.',
  sameAs: ['checkov:CKV_AWS_217', 'checkov:CKV_AWS_233'],
  sources: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/acm_certificate',
    'https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#create_before_destroy',
  ],
  visits: resources(...Object.keys(words)),
  judge({ resource, node }, graph) {
    if (node.flag('lifecycle', 'create_before_destroy') === true) return;
    // a certificate that is imported keeps its ARN when it is renewed
    if (resource.type === 'aws_acm_certificate' && node.has('private_key')) return;
    const isUsed = graph
      .to(resource)
      .some(({ from }) => /^aws_(?!acm_certificate_validation|route53)/.test(from.type));
    if (!isUsed && resource.type !== 'aws_acm_certificate') return;
    return {
      message: `${resource.address} is deleted before its successor is there, and ${words[resource.type]}: set lifecycle.create_before_destroy.`,
      ...(!isUsed && { severity: 'low' }),
      fix: {
        safety: 'safe',
        summary: 'set lifecycle.create_before_destroy to true',
        edits: [{ op: 'set', in: node, path: ['lifecycle', 'create_before_destroy'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_acm_certificate" "web" {\n  domain_name       = "shop.example.com"\n  validation_method = "DNS"\n}\n',
    good: 'resource "aws_acm_certificate" "web" {\n  domain_name       = "shop.example.com"\n  validation_method = "DNS"\n\n  lifecycle {\n    create_before_destroy = true\n  }\n}\n',
  },
});
