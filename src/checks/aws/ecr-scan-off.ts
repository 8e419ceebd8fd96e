import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/ecr-scan-off',
  title: 'Image repository whose images are not scanned',
  dimension: 'security',
  severity: 'low',
  why: 'Basic scanning costs nothing and tells which known flaws an image brings along as it is pushed. A registry can also be set to scan everything with aws_ecr_registry_scanning_configuration.',
  sameAs: ['checkov:CKV_AWS_163', 'kics:terraform/aws/unscanned_ecr_image', 'trivy:AWS-0030'],
  controls: ['cis-eks:5.1.1', 'pci-dss:6.3.1', 'soc2:CC7.1'],
  sources: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html'],
  visits: resources('aws_ecr_repository'),
  judge({ resource, node }, graph) {
    const scan = node.get('image_scanning_configuration', 'scan_on_push');
    if (scan?.flag() === true || graph.ofType('aws_ecr_registry_scanning_configuration').length > 0) return;
    return {
      message: `Images pushed to ${resource.address} are not scanned for known flaws: set scan_on_push, or scan the whole registry.`,
      at: scan ?? node,
      fix: {
        safety: 'safe',
        summary: 'set image_scanning_configuration.scan_on_push to true',
        edits: [{ op: 'set', in: node, path: ['image_scanning_configuration', 'scan_on_push'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_ecr_repository" "api" {\n  name                 = "api"\n  image_tag_mutability = "IMMUTABLE"\n}\n',
    good: 'resource "aws_ecr_repository" "api" {\n  name                 = "api"\n  image_tag_mutability = "IMMUTABLE"\n\n  image_scanning_configuration {\n    scan_on_push = true\n  }\n}\n',
  },
});
