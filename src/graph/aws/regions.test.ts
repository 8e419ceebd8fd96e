import { expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import { regionOf } from './regions.ts';

it('follows providers through modules, aliases and defaults', async () => {
  const { graph } = await readFiles({
    'main.tf': `
provider "aws" { region = "eu-west-1" }
provider "aws" {
  alias  = "dr"
  region = "eu-central-1"
}
resource "aws_sqs_queue" "plain" {}
resource "aws_sqs_queue" "alias" { provider = aws.dr }
resource "aws_sqs_queue" "own" { region = "us-east-1" }
module "inherits" { source = "./inherits" }
module "given" {
  source    = "./given"
  providers = { aws = aws.dr, aws.other = aws }
}
`,
    'inherits/main.tf': 'resource "aws_sqs_queue" "this" {}\n',
    'given/main.tf': `
resource "aws_sqs_queue" "this" {}
resource "aws_sqs_queue" "other" { provider = aws.other }
resource "aws_sqs_queue" "unheard" { provider = aws.nobody }
`,
  });
  const regions = graph
    .ofType('aws_sqs_queue')
    .map((queue) => [queue.address, regionOf(graph, queue)?.text()] as const);
  expect(Object.fromEntries(regions)).toEqual({
    'aws_sqs_queue.plain': 'eu-west-1',
    'aws_sqs_queue.alias': 'eu-central-1',
    'aws_sqs_queue.own': 'us-east-1',
    'module.inherits.aws_sqs_queue.this': 'eu-west-1',
    'module.given.aws_sqs_queue.this': 'eu-central-1',
    'module.given.aws_sqs_queue.other': 'eu-west-1',
    'module.given.aws_sqs_queue.unheard': undefined,
  });
});
