import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/ecr-images-kept',
  title: 'Image repository that only grows',
  dimension: 'cost',
  severity: 'low',
  why: 'Every build pushes hundreds of megabytes at 10 cents per gigabyte and month, and nearly none is ever pulled again. A lifecycle policy keeps the newest or the tagged ones and removes the rest.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html',
    'https://aws.amazon.com/ecr/pricing/',
  ],
  visits: resources('aws_ecr_repository'),
  judge({ resource }, graph) {
    if (companionsOf(graph, resource, 'aws_ecr_lifecycle_policy', 'repository').length > 0) return;
    return {
      message: `${resource.address} keeps every image that was ever pushed: add an aws_ecr_lifecycle_policy that removes untagged and old ones.`,
    };
  },
  examples: {
    bad: repository(''),
    good: repository(`
resource "aws_ecr_lifecycle_policy" "api" {
  repository = aws_ecr_repository.api.name

  policy = jsonencode({
    rules = [{
      rulePriority = 1
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 50 }
      action       = { type = "expire" }
    }]
  })
}
`),
  },
});

function repository(policy: string): string {
  return `resource "aws_ecr_repository" "api" {
  name                 = "api"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}
${policy}`;
}
