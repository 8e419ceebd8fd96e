import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main, repeated, tagged } from '../support/bad-terraform.ts';
import { folderWith, good, verifyBesideGood, verifyFolder } from './hostile-folder.ts';

describe('syntax', () => {
  const value = (text: string) => `locals {\n  a = ${text}\n}\n`;

  it.each([
    ['cut off in a template', 'resource "aws_s3_bucket" "a" {\n  bucket = "x${', 'unreadable bad/main.tf:2 '],
    ['cut off in a heredoc', value('<<EOT\nfoo\n'), 'unreadable bad/main.tf:2 '],
    [
      'with an argument twice',
      'resource "aws_s3_bucket" "a" {\n  bucket = "a"\n  bucket = "b"\n}\n',
      'unreadable bad/main.tf:3 ',
    ],
    ['with a block twice', repeated('resource "aws_s3_bucket" "a" {}\n', 2), 'invalid bad/main.tf:2 '],
    ['of brackets', value(repeated('[', 100_000)), 'unreadable bad/main.tf:2 '],
    ['of parentheses', value(repeated('(', 100_000) + repeated(')', 100_000)), 'unreadable bad/main.tf:2 '],
    ['of minus signs', value(`${repeated('-', 100_000)}1`), 'unreadable bad/main.tf:2 '],
    ['of templates in templates', value(repeated('"${', 50_000)), 'unreadable bad/main.tf:2 '],
    [
      'of directives in directives',
      value(`"${repeated('%{ if true }', 50_000)}"`),
      'unreadable bad/main.tf:2 ',
    ],
    ['of blocks in blocks', repeated('a {\n', 50_000) + repeated('}\n', 50_000), 'unreadable bad/main.tf:'],
    [
      'of conditions in conditions',
      value(`${repeated('true ? 1 : ', 50_000)}1`),
      'unreadable bad/main.tf:2 ',
    ],
    ['of a long sum', value(`1${repeated(' + 1', 100_000)}`), 'unreadable bad/main.tf:2 '],
    ['of a long traversal', value(`b${repeated('.c', 100_000)}`), 'unreadable bad/main.tf:2 '],
    ['of a long row of indexes', value(`b${repeated('[b.c]', 100_000)}`), 'unreadable bad/main.tf:2 '],
    ['of splats', value(`b${repeated('[*]', 100_000)}`), 'unreadable bad/main.tf:2 '],
    ['of calls in calls', value(repeated('f(', 50_000)), 'unreadable bad/main.tf:2 '],
    ['of loops in loops', value(repeated('[for a in ', 50_000)), 'unreadable bad/main.tf:2 '],
    ['of nothing but errors', repeated('resource {\n = = =\n}\n', 20_000), 'unreadable bad/main.tf:2 '],
    ['of nothing but quotes', repeated('"', 100_000), 'unreadable bad/main.tf:1 '],
    ['of nothing but comments that never end', repeated('/*', 100_000), 'unreadable bad/main.tf:1 '],
    [
      'of blocks that nobody knows',
      repeated('constructor "x" {\n}\n__proto__ {\n}\ntoString {\n}\n', 100),
      'invalid bad/main.tf:1 ',
    ],
  ])('%s is told with its line', async (_, text, place) => {
    const { problems } = await verifyBesideGood(main(text));
    expect(problems).toEqual(expect.arrayContaining([expect.stringContaining(place)]));
    expect(problems.length).toBeLessThanOrEqual(201);
  });

  it('in JSON that is broken, deep or of another shape is told with its line', async () => {
    const texts = [
      '{"resource": {"aws_s3_bucket": {"a": {"bucket": "${"}}}}',
      '{"resource": 3, "variable": [1], "locals": "x", "module": {"a": null}, "terraform": []}',
      '{"resource": {',
      `{"locals": {"a": ${repeated('[', 100_000)}`,
      `{"locals": {"a": ${repeated('{"a":', 100_000)}`,
      'null',
      '[1]',
    ];
    for (const text of texts) {
      const { problems } = await verifyBesideGood({ 'bad/main.tf.json': text });
      expect([text.slice(0, 40), problems.length > 0 || text === 'null']).toEqual([text.slice(0, 40), true]);
      for (const problem of problems) expect(problem).toMatch(/^(unreadable|invalid) bad\/main\.tf\.json:\d/);
    }
  });

  it('that is broken loses only the item it is in', async () => {
    const { report } = await verifyBesideGood(
      main(
        'variable "first_password" {\n  default = "a"\n}\nvariable {{{\nvariable "last_password" {\n  default = "b"\n}\n',
      ),
    );
    const told = report.findings.filter(({ check }) => check === 'terraform/secret-default');
    expect(told.map(({ resource }) => resource)).toEqual(
      expect.arrayContaining(['var.first_password', 'var.last_password']),
    );
  });

  it('of variables files that are broken is told', async () => {
    const { problems } = await verifyBesideGood({
      'bad/main.tf': 'variable "a" {\n  type = list(map(object({ a = string })))\n}\n',
      'bad/terraform.tfvars': 'a = [',
      'bad/prod.tfvars': 'a = "x"\nb {\n}\n',
      'bad/x.auto.tfvars.json': '{"a": [1,',
    });
    expect(problems.sort()).toEqual([
      expect.stringContaining('invalid bad/prod.tfvars:2 '),
      expect.stringContaining('unreadable bad/terraform.tfvars:1 '),
      expect.stringContaining('unreadable bad/x.auto.tfvars.json:1 '),
    ]);
  });
});
describe('names that need themselves', () => {
  it.each([
    [
      'variables',
      `variable "a" {\n  default = var.b\n}\nvariable "b" {\n  default = var.a\n}\n${tagged('var.a')}`,
    ],
    ['locals', `locals {\n  a = local.b\n  b = local.c\n  c = local.a\n}\n${tagged('local.a')}`],
    [
      'arguments of resources',
      'resource "aws_vpc" "a" {\n  cidr_block = aws_vpc.b.cidr_block\n}\nresource "aws_vpc" "b" {\n  cidr_block = aws_vpc.a.cidr_block\n}\n',
    ],
    ['for_each', 'resource "aws_s3_bucket" "a" {\n  for_each = aws_s3_bucket.a\n}\n'],
    ['keys of for_each', 'resource "aws_s3_bucket" "a" {\n  for_each = toset(keys(aws_s3_bucket.a))\n}\n'],
    ['count', 'resource "aws_s3_bucket" "a" {\n  count = length(aws_s3_bucket.a)\n}\n'],
  ])('%s are told once', async (_, text) => {
    const { problems } = await verifyBesideGood(main(text));
    expect(problems).toEqual([expect.stringMatching(/^invalid bad\/main\.tf:\d+ .* needs its own value/)]);
  });

  it('outputs of modules that feed each other are told', async () => {
    const module =
      'variable "x" {}\noutput "y" {\n  value = var.x\n}\nresource "aws_vpc" "x" {\n  cidr_block = var.x\n}\n';
    const { problems } = await verifyBesideGood({
      'bad/main.tf':
        'module "a" {\n  source = "./a"\n  x = module.b.y\n}\nmodule "b" {\n  source = "./b"\n  x = module.a.y\n}\n',
      'bad/a/main.tf': module,
      'bad/b/main.tf': module,
    });
    expect(problems).toEqual([
      expect.stringMatching(/^invalid bad\/[ab]\/main\.tf:\d .* needs its own value/),
    ]);
  });

  it('modules that call themselves or each other are told, and still judged', async () => {
    const { problems, report } = await verifyBesideGood({
      'bad/main.tf':
        'module "self" {\n  source = "./"\n}\nmodule "b" {\n  source = "./b"\n}\nvariable "password" {\n  default = "a"\n}\n',
      'bad/b/main.tf': 'module "back" {\n  source = "../"\n}\nvariable "password" {\n  default = "b"\n}\n',
    });
    expect(problems.filter((problem) => /calls a module that calls it/.test(problem))).toHaveLength(2);
    const told = report.findings.filter(({ check }) => check === 'terraform/secret-default');
    expect(told.map(({ file }) => file)).toEqual(expect.arrayContaining(['bad/main.tf', 'bad/b/main.tf']));
  });

  it('templates that render themselves are told', async () => {
    const { problems } = await verifyBesideGood({
      ...main(tagged('templatefile("a.tpl", { x = 1 })')),
      'bad/a.tpl': '${templatefile("a.tpl", { x = x })}',
    });
    expect(problems).toEqual(expect.arrayContaining([expect.stringMatching(/^invalid bad\/main\.tf:\d /)]));
  });
});
describe('what lies outside of the repository', () => {
  const secret = 'top-secret-outside';

  it('is not read by functions, and it is told where the result matters', async () => {
    const outside = folderWith({
      'secret.txt': secret,
      'main.tf': `variable "password" {\n  default = "${secret}"\n}\n`,
    });
    const folder = folderWith({ ...good, 'bad/inside.txt': 'inside' });
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'bad/link.txt'));
    symlinkSync(outside, join(folder, 'bad/folder'));
    const up = '../'.repeat(20);
    const places = [
      `${outside}/secret.txt`,
      `${up}${outside.slice(1)}/secret.txt`,
      'link.txt',
      'folder/secret.txt',
      '~/secret.txt',
      `\${path.module}/${up}${outside.slice(1)}/secret.txt`,
    ];
    const functions = places.flatMap((place) => [
      `file("${place}")`,
      `filebase64("${place}")`,
      `templatefile("${place}", {})`,
      `filemd5("${place}")`,
      `fileexists("${place}")`,
    ]);
    const lists = [`fileset("${outside}", "**")`, `fileset("folder", "**")`, `fileset("${up}", "etc/*")`];
    const text = [...functions, ...lists].map(
      (call, at) => `resource "aws_vpc" "x${at}" {\n  cidr_block = ${call}\n  tags = { a = ${call} }\n}\n`,
    );
    const calls = [outside, `./${up}${outside.slice(1)}`, './folder', '../../'].map(
      (source, at) => `module "m${at}" {\n  source = "${source}"\n}\n`,
    );
    writeFileSync(join(folder, 'bad/main.tf'), [...text, ...calls].join(''));
    const { stdout, problems, report } = await verifyFolder(folder);
    expect(stdout).not.toContain(secret);
    expect(problems).toEqual(
      expect.arrayContaining([expect.stringMatching(/^invalid bad\/link\.txt .*leads out/)]),
    );
    expect(problems).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^invalid bad\/main\.tf:\d+ module source .* leads out of the repository/),
      ]),
    );
    expect(report.findings.map(({ file }) => file)).toContain('good/deployment.yaml');
  });
});
