import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluateText } from '../../../tests/support/evaluate-text.ts';
import { attribute, block, comment, gap, resource } from './items.ts';
import { hcl } from './print.ts';
import { printValue } from './print-value.ts';
import { raw, tall, template } from './value.ts';

const text = hcl(
  comment('Why it is here.\n\nMore of it.'),
  block(
    'terraform',
    [],
    { required_version: '>= 1.11' },
    block('required_providers', [], { aws: { source: 'hashicorp/aws', version: '~> 5.0' } }),
  ),
  resource(
    'aws_vpc',
    'this',
    {
      cidr_block: raw('var.cidr'),
      enable_dns_support: true,
      tags: { Name: template('${var.env}-vpc'), 'cost-centre': 'a "b" ${c}' },
    },
    gap,
    attribute('count', raw('var.on ? 1 : 0'), 'off by default'),
    attribute('x', 1, 'short'),
    block('timeouts', [], {}),
    comment('Ignored.'),
    block('lifecycle', [], { ignore_changes: [raw('tags'), raw('cidr_block')], create_before_destroy: true }),
  ),
  block('locals', [], {
    zones: ['eu-west-1a', 'eu-west-1b'],
    long: Array.from({ length: 9 }, (_, at) => `subnet-${at}-of-the-network`),
    rules: [
      { port: 1, open: false },
      { port: 443, name: null },
    ],
    empty: tall({}),
    maps: tall([1, 2]),
    policy: raw('jsonencode({\n  a = 1\n})'),
    script: template('echo "one"\necho ${var.two}\n'),
  }),
  block('moved', [], { from: raw('module.a'), to: raw('module.b') }),
);

it('hcl writes what a person would', () => {
  expect(text).toMatchInlineSnapshot(`
    "# Why it is here.
    #
    # More of it.
    terraform {
      required_version = ">= 1.11"

      required_providers {
        aws = {
          source  = "hashicorp/aws"
          version = "~> 5.0"
        }
      }
    }

    resource "aws_vpc" "this" {
      cidr_block         = var.cidr
      enable_dns_support = true
      tags = {
        Name        = "\${var.env}-vpc"
        cost-centre = "a \\"b\\" $\${c}"
      }

      count = var.on ? 1 : 0 # off by default
      x     = 1              # short

      timeouts {}

      # Ignored.
      lifecycle {
        ignore_changes        = [tags, cidr_block]
        create_before_destroy = true
      }
    }

    locals {
      zones = ["eu-west-1a", "eu-west-1b"]
      long = [
        "subnet-0-of-the-network",
        "subnet-1-of-the-network",
        "subnet-2-of-the-network",
        "subnet-3-of-the-network",
        "subnet-4-of-the-network",
        "subnet-5-of-the-network",
        "subnet-6-of-the-network",
        "subnet-7-of-the-network",
        "subnet-8-of-the-network",
      ]
      rules = [
        {
          port = 1
          open = false
        },
        {
          port = 443
          name = null
        },
      ]
      empty = {}
      maps = [
        1,
        2,
      ]
      policy = jsonencode({
        a = 1
      })
      script = <<-EOT
        echo "one"
        echo \${var.two}
      EOT
    }

    moved {
      from = module.a
      to   = module.b
    }
    "
  `);
});

it('hcl writes what terraform fmt leaves as it is', ({ skip }) => {
  try {
    execFileSync('terraform', ['version'], { stdio: 'ignore' });
  } catch {
    skip('there is no terraform');
  }
  expect(execFileSync('terraform', ['fmt', '-no-color', '-'], { input: text, encoding: 'utf8' })).toBe(text);
});

it('a plain text is itself when it is read, whatever is in it', () => {
  const piece = fc.constantFrom(
    '$',
    '%',
    '{',
    '}',
    '"',
    '\\',
    '\n',
    '\t',
    'a',
    ' ',
    '${a}',
    '%{ if a }',
    'é',
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const { value, asked, problems } = evaluateText(printValue(pieces.join(''), ''));
      expect([value.text, asked, problems]).toEqual([pieces.join(''), [], []]);
    }),
  );
});
