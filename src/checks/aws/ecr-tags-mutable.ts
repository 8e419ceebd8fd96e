import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/ecr-tags-mutable',
  title: 'Image tags that can be moved',
  dimension: 'security',
  severity: 'medium',
  why: 'Whoever may push can put another image under a tag that runs in production, and the next pod that starts takes it; two replicas of one version may then run different code. Immutable tags make a version mean one image for ever.',
  sameAs: ['checkov:CKV_AWS_51', 'kics:terraform/aws/ecr_image_tag_not_immutable', 'trivy:AWS-0031'],
  controls: ['soc2:CC8.1'],
  sources: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html'],
  visits: resources('aws_ecr_repository'),
  judge({ resource, node }) {
    const mutability = node.get('image_tag_mutability');
    if (mutability?.text()?.startsWith('IMMUTABLE')) return;
    return {
      message: `Tags in ${resource.address} can be moved to another image, so what was tested need not be what runs: set image_tag_mutability to IMMUTABLE.`,
      at: mutability ?? node,
      fix: {
        safety: 'unsafe',
        summary: 'set image_tag_mutability to IMMUTABLE (pipelines that push a tag again are refused)',
        edits: [{ op: 'set', in: node, path: ['image_tag_mutability'], value: 'IMMUTABLE' }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_ecr_repository" "api" {\n  name = "api"\n\n  image_scanning_configuration {\n    scan_on_push = true\n  }\n}\n',
    good: 'resource "aws_ecr_repository" "api" {\n  name                 = "api"\n  image_tag_mutability = "IMMUTABLE"\n\n  image_scanning_configuration {\n    scan_on_push = true\n  }\n}\n',
  },
});
