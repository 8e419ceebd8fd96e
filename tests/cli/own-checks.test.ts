import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { folderWith, plinth } from './command-line.ts';

const bucket =
  'variable "name" {}\n\nresource "aws_s3_bucket" "logs" {\n  bucket = var.name\n  tags   = { team = "shop" }\n}\n\nresource "aws_s3_bucket" "old" {\n  bucket = "old"\n}\n';

const teamCheck = `import { check, resources, type Fault } from 'plinth/checks';
import { tagOf } from './_tags';

export default check({
  id: 'own/team-missing',
  title: 'Bucket without a team',
  dimension: 'cost',
  severity: 'high',
  why: 'Nobody pays for what belongs to nobody.',
  visits: resources('aws_s3_bucket'),
  judge({ resource, node }): Fault | undefined {
    return tagOf(node, 'team') ? undefined : { message: \`\${resource.address} belongs to no team\`, at: node };
  },
});
`;

function code(body: string, id = 'own/odd'): string {
  return `import { check, resources } from 'plinth/checks';\nexport default check({ id: '${id}', title: 'Odd', dimension: 'cost', severity: 'low', visits: resources('aws_s3_bucket'),\n${body}\n});\n`;
}

async function verify(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const folder = folderWith({ 'main.tf': bucket, ...files });
  const { code: exit, out, err } = await plinth('verify', folder, '--format', 'json', ...args);
  const report = out ? (JSON.parse(out) as Report) : undefined;
  return {
    folder,
    exit,
    err,
    found: (report?.findings ?? [])
      .filter(({ check }) => check.startsWith('own/'))
      .map(({ check, file, startLine, message }) => `${check} ${file}:${startLine} ${message}`),
    problems: (report?.problems ?? []).map(
      ({ kind, file, startLine, message }) => `${kind} ${file}:${startLine ?? '-'} ${message}`,
    ),
    undecided: report?.coverage.undecided ?? [],
    checks: (report?.findings ?? []).map(({ check }) => check),
  };
}

describe('checks that are code', () => {
  const files = {
    'plinth.checks/team-missing.ts': teamCheck,
    'plinth.checks/_tags.ts':
      "import type { Node } from 'plinth/checks';\nexport const tagOf = (node: Node, name: string) => node.text('tags', name);\n",
  };

  it('judge like any other, where they are asked for', async () => {
    const { found, exit, problems } = await verify(files, '--own-checks', 'plinth.checks');
    expect(found).toEqual(['own/team-missing main.tf:8 aws_s3_bucket.old belongs to no team']);
    expect(exit).toBe(1);
    expect(problems).toEqual([]);
  });

  it('are never run where nobody asks for them', async () => {
    const ran = 'ran';
    const { found, folder } = await verify({
      ...files,
      'plinth.checks/touch.js': `process.getBuiltinModule('fs').writeFileSync(__dirname + '/${ran}', '')`,
    });
    expect(found).toEqual([]);
    expect(existsSync(join(folder, 'plinth.checks', ran))).toBe(false);
  });

  it('can be the only ones, be turned off, and be told apart from what does not exist', async () => {
    const asked = ['--own-checks', 'plinth.checks'];
    expect(new Set((await verify(files, ...asked, '--check', 'own/*')).checks)).toEqual(
      new Set(['own/team-missing']),
    );
    const off = { ...files, 'plinth.config.yaml': 'checks: { own/team-missing: off }\n' };
    expect((await verify(off, ...asked)).found).toEqual([]);
    expect((await verify(off)).problems.join()).toMatch(/there is no check "own\/team-missing"/);
    expect((await verify(files, '--own-checks', 'nowhere')).err).toMatch(/no folder of checks nowhere/);
  });

  it.each([
    ['throws', code("judge() { throw new Error('boom'); }"), /internal .*check own\/odd failed.*boom/],
    ['returns rubbish', code('judge() { return 42; }'), /internal .*own\/odd.*returned what is no fault/],
    ['returns a promise', code('async judge() {}'), /own\/odd.*returned what is no fault/],
    ['never ends', code('judge() { for (;;); }'), /check own\/odd was stopped.*5 seconds/],
    [
      'does not parse',
      'export default check({\n  id: \n',
      /configuration plinth.checks\/a.ts:\d .*cannot be loaded/,
    ],
    [
      'fails when it is loaded',
      "\n\nthrow new Error('early');\n",
      /plinth.checks\/a.ts:3 .*cannot be loaded.*early/,
    ],
    ['imports anything else', "import fs from 'node:fs';\nexport default fs;\n", /cannot import node:fs/],
    ['exports nothing', 'const a = 1;\n', /exports no check/],
    [
      'takes an id that is there',
      code('judge() {}', 'aws/budget-missing'),
      /there is a check aws\/budget-missing already/,
    ],
  ])('become a problem that names them where one %s, and cost nothing else', async (_, text, message) => {
    const { found, problems, checks } = await verify(
      { ...files, 'plinth.checks/a.ts': text },
      '--own-checks',
      'plinth.checks',
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(message);
    expect(found).toHaveLength(1);
    expect(checks.length).toBeGreaterThan(1);
  });
});

describe('checks that are expressions', () => {
  const rule = (lines: string) =>
    `ownChecks:\n  - id: own/team\n    title: Bucket without a team\n    dimension: cost\n    severity: medium\n    resources: aws_s3_bucket\n${lines}`;

  it('find what does not hold, also where what they name is not there', async () => {
    const { found, problems } = await verify({
      'plinth.config.yaml': rule("    assert: resource.tags.team == 'shop'\n    message: set the tag team\n"),
    });
    expect(found).toEqual(['own/team main.tf:8 aws_s3_bucket.old: set the tag team']);
    expect(problems).toEqual([]);
  });

  it('leave open what hangs on an unknown value', async () => {
    const { found, undecided } = await verify({
      'plinth.config.yaml': rule("    assert: resource.bucket.startsWith('shop-')\n"),
    });
    expect(found).toEqual(['own/team main.tf:8 aws_s3_bucket.old: Bucket without a team']);
    expect(undecided.some(({ checks }) => checks.includes('own/team'))).toBe(true);
  });

  it('look only at what `when` holds for', async () => {
    const { found } = await verify({
      'plinth.config.yaml': rule(
        "    when: name == 'logs'\n    assert: has(resource.tags) && size(resource.tags) > 1\n",
      ),
    });
    expect(found).toEqual(['own/team main.tf:3 aws_s3_bucket.logs: Bucket without a team']);
  });

  it.each([
    [
      'does not parse',
      '    assert: resource.tags.team ==\n',
      /configuration plinth.config.yaml:7 assert of own\/team .*Unexpected/,
    ],
    [
      'names what there is not',
      '    assert: resorce.tags\n',
      /plinth.config.yaml:7 assert of own\/team .*resorce/,
    ],
    [
      'has a wrong type',
      '    assert: resource.bucket + 1 == 2\n',
      /plinth.config.yaml:7 assert of own\/team/,
    ],
  ])('are told at their line where one %s', async (_, lines, message) => {
    const { found, problems } = await verify({ 'plinth.config.yaml': rule(lines) });
    expect(found).toEqual([]);
    expect(problems.join('\n')).toMatch(message);
  });
});

it('the published types name what the guide uses', () => {
  const api = readFileSync(join(import.meta.dirname, '../../src/checks/own.ts'), 'utf8');
  for (const name of ['check', 'resources', 'containers', 'Fault', 'Node']) expect(api).toContain(name);
});
