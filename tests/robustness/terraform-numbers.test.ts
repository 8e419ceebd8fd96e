import { describe, expect, it } from 'vitest';
import { main, repeated, tagged } from '../support/bad-terraform.ts';
import { verifyBesideGood } from './hostile-folder.ts';

describe('numbers that are a mistake', () => {
  const grown = (step: (before: string) => string) =>
    `locals {\n  a0 = ["x", "y"]\n${Array.from({ length: 40 }, (_, at) => `  a${at + 1} = ${step(`local.a${at}`)}\n`).join('')}}\n`;
  const ten = (text: string) => Array(10).fill(text).join(', ');
  const calls = [
    'format("%1000000000s", "x")',
    'join("", [for i in range(1000) : format("%100000s", "x")])',
    'replace(format("%100000s", "x"), " ", format("%100000s", "x"))',
    'indent(1000000000, "a\\nb")',
    'formatlist("%s", range(100000000))',
    'setproduct(range(1000), range(1000), range(1000))',
    'cidrsubnets("0.0.0.0/0", [for i in range(10000) : 32]...)',
    'pow(10, 1000000000)',
    '9e999999999 * 9e999999999',
    'regexall("(a+)+$", format("%100000s", "a"))',
    'parseint(format("%100000s", "1"), 36)',
    '1e1000000000',
    'range(0, 1e300, 1)',
    'chunklist(range(1000), 0.0000001)',
    'base64gzip(format("%100000000s", "x"))',
    'yamldecode("a: &a [1,1,1,1,1,1,1,1]\\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d]\\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e]\\ng: [*f,*f,*f,*f,*f,*f,*f,*f]")',
    'jsondecode(format("%s", join("", [for i in range(1000) : "[[[[[[[[[["])))',
  ];

  it.each([
    [
      'count',
      'resource "aws_s3_bucket" "a" {\n  count = 1e9\n}\n',
      /^limit bad\/main\.tf:1 .*1000000000 instances/,
    ],
    [
      'for_each',
      'locals {\n  l = range(1000)\n}\nresource "aws_s3_bucket" "a" {\n  for_each = toset(flatten([for i in local.l : [for j in local.l : "${i}-${j}"]]))\n}\n',
      /^(limit|invalid) bad\/main\.tf:\d/,
    ],
    [
      'a for in a for',
      `locals {\n  a = range(100)\n  b = [for i in local.a : [for j in local.a : [for k in local.a : [for l in local.a : i]]]]\n}\n${tagged('local.b')}`,
      /^invalid bad\/main\.tf:\d/,
    ],
    [
      'texts that repeat',
      `${grown((before) => `"${`$\{jsonencode(${before})}`.repeat(10)}"`)}${tagged('local.a40')}`,
      /^invalid bad\/main\.tf:\d/,
    ],
    [
      'lists that repeat',
      `${grown((before) => `[${ten(before)}]`)}${tagged('jsonencode(local.a40)')}`,
      /^invalid bad\/main\.tf:\d/,
    ],
    [
      'lists that are joined',
      `${grown((before) => `concat(${ten(before)})`)}${tagged('local.a40[0]')}`,
      /^invalid bad\/main\.tf:\d/,
    ],
    [
      'dynamic blocks',
      `resource "aws_security_group" "x" {\n${repeated('dynamic "a" {\nfor_each = range(1000)\ncontent {\n', 3)}x = [a.value, aws_vpc.v.id]\n${repeated('}\n}\n', 3)}}\nresource "aws_s3_bucket" "x" {\n  bucket = aws_security_group.x.id\n}\n`,
      /^limit bad\/main\.tf:\d+ .*dynamic blocks/,
    ],
  ])('%s are told with their line', async (_, text, message) => {
    const { problems } = await verifyBesideGood(main(text));
    expect(problems).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
  });

  it.each(calls)('%s ends', async (call) => {
    await verifyBesideGood(main(tagged(call)));
  });

  it('module calls that multiply are told where they become too many', async () => {
    const folder = (at: number) => (at === 0 ? 'bad' : `bad/m${at}`);
    const tree = Array.from({ length: 25 }, (_, at) => [
      `${folder(at)}/main.tf`,
      at === 24
        ? 'resource "aws_s3_bucket" "x" {}\n'
        : [1, 2, 3]
            .map((call) => `module "m${call}" {\n  source = "${at === 0 ? './' : '../'}m${at + 1}"\n}\n`)
            .join(''),
    ]);
    const counts = Array.from({ length: 6 }, (_, at) => [
      `${folder(at)}/main.tf`,
      at === 5 ? '' : `module "m" {\n  source = "${at === 0 ? './' : '../'}m${at + 1}"\n  count = 500\n}\n`,
    ]);
    for (const files of [tree, counts]) {
      const { problems } = await verifyBesideGood(Object.fromEntries(files));
      expect(problems).toEqual([
        expect.stringMatching(/^limit bad\/m\d+\/main\.tf:\d+ there are more than 20000 module instances/),
      ]);
    }
  });

  it('resources that name each other by thousands are bounded', async () => {
    const blocks = Array.from(
      { length: 2 },
      (_, at) =>
        `resource "aws_sqs_queue" "q${at}" {\n  count = 1000\n  others = aws_sqs_queue.q${1 - at}[*].arn\n}\n`,
    );
    const { problems } = await verifyBesideGood(main(blocks.join('')));
    expect(problems).toEqual([
      expect.stringMatching(/^limit bad\/main\.tf:\d+ there are more than 1000000 relations/),
    ]);
  });
});
