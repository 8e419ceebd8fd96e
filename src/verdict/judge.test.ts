import { describe, expect, it } from 'vitest';
import { filesOf, readFiles } from '../../tests/support/read-example.ts';
import { check } from '../checks/check.ts';
import { resources } from '../graph/selector.ts';
import { gather } from './gather.ts';
import { judge } from './judge.ts';

const prose = {
  title: 'A queue that is wrong',
  dimension: 'reliability',
  severity: 'high',
  why: '',
  examples: { bad: '', good: '' },
} as const;

const nameless = check({
  ...prose,
  id: 'terraform/nameless',
  visits: resources('aws_sqs_queue'),
  judge: ({ node }) => (node.text('name') === 'bad' ? { message: 'bad', at: node.get('name')! } : undefined),
});

async function graphOf(text: string) {
  return (await readFiles(filesOf('terraform/x', text))).graph;
}

describe('judge', () => {
  it('counts what it examined, what failed and what it could not decide', async () => {
    const graph = await graphOf(`variable "n" {}
resource "aws_sqs_queue" "a" { name = "bad" }
resource "aws_sqs_queue" "b" { name = "good" }
resource "aws_sqs_queue" "c" { name = var.n }`);
    const { findings, tallies } = judge(graph, [nameless]);
    expect(findings.map(({ resource }) => resource.address)).toEqual(['aws_sqs_queue.a']);
    expect(tallies).toMatchObject([{ examined: 3, failed: 1, undecided: 1 }]);
    expect([...tallies[0]!.reasons.keys()]).toEqual(['variable n has no default and no value is given']);
  });

  it('takes nothing in the inputs of tests for worse than low', async () => {
    const bad = 'resource "aws_sqs_queue" "a" { name = "bad" }';
    const { graph } = await readFiles({ 'main.tf': bad, 'parser/testdata/queue/main.tf': bad });
    const { findings } = judge(graph, [nameless]);
    expect(findings.map(({ origin, severity }) => [origin.file.path, severity])).toEqual([
      ['main.tf', 'high'],
      ['parser/testdata/queue/main.tf', 'low'],
    ]);
    const mild = check({ ...nameless, severity: 'info' });
    expect(judge(graph, [mild]).findings.map(({ severity }) => severity)).toEqual(['info', 'info']);
  });

  it('turns a check that throws into one problem naming it, and goes on', async () => {
    const graph = await graphOf(
      'resource "aws_sqs_queue" "a" {}\nresource "aws_sqs_queue" "b" { name = "bad" }',
    );
    const broken = check({
      ...prose,
      id: 'terraform/broken',
      visits: resources('aws_sqs_queue'),
      judge({ resource }) {
        if (resource.name === 'a') throw new Error('oh');
        return;
      },
    });
    const { findings, problems, tallies } = judge(graph, [broken, nameless]);
    expect(problems).toMatchObject([
      { kind: 'internal', message: expect.stringContaining('terraform/broken'), path: 'main.tf' },
    ]);
    expect(findings).toHaveLength(1);
    expect(tallies[0]).toMatchObject({ examined: 2, failed: 0, undecided: 1 });
  });

  it('tells one reason of failing once, and never takes a check that fails for one that passes', async () => {
    const graph = await graphOf(
      Array.from({ length: 500 }, (_, at) => `resource "aws_sqs_queue" "q${at}" {}\n`).join(''),
    );
    const broken = check({
      ...prose,
      id: 'terraform/broken',
      visits: resources('aws_sqs_queue'),
      judge: () => {
        throw new Error('oh');
      },
    });
    const lost = check({
      ...prose,
      id: 'terraform/lost',
      visits: {
        of: 'queues',
        find: () => {
          throw new Error('no');
        },
      },
      judge: () => undefined,
    });
    const { problems, tallies } = judge(graph, [broken, lost]);
    expect(problems.map(({ message }) => message)).toEqual([
      'check terraform/broken failed and was skipped for aws_sqs_queue.q0 and 499 more: oh',
      'check terraform/lost failed and was skipped: no',
    ]);
    expect(tallies).toMatchObject([
      { examined: 500, undecided: 500 },
      { examined: 1, undecided: 1 },
    ]);
  });
});

describe('gather', () => {
  const text = (header = '') => `${header}resource "aws_sqs_queue" "a" {
  for_each = toset(["x", "y"])
  name     = "bad"
}
`;
  const none = () => new Set<string>();

  it('joins what one edit would mend', async () => {
    const { findings } = judge(await graphOf(text()), [nameless]);
    const gathered = gather(findings, none);
    expect(findings).toHaveLength(2);
    expect(gathered.map(({ addresses }) => addresses)).toEqual([
      ['aws_sqs_queue.a["x"]', 'aws_sqs_queue.a["y"]'],
    ]);
  });

  it('weighs what it joins as its worst', async () => {
    const { findings } = judge(await graphOf(text()), [nameless]);
    const [mild, bad] = findings;
    const [gathered] = gather([{ ...mild!, severity: 'low' }, bad!], none);
    expect(gathered!.finding.severity).toBe('high');
    expect(gathered!.addresses).toHaveLength(2);
  });

  it('keeps a fingerprint when lines move or a key changes', async () => {
    const print = async (source: string) =>
      gather(judge(await graphOf(source), [nameless]).findings, none)[0]!.fingerprint;
    const before = await print(text());
    expect(await print(text('# a comment\n\n'))).toBe(before);
    expect(await print(text().replace('"x", "y"', '"z"'))).toBe(before);
    expect(await print(text().replace('"a" {', '"b" {'))).not.toBe(before);
  });

  it('names the environments only where there are others without the finding', async () => {
    const { graph } = await readFiles({
      'main.tf': 'variable "n" { type = string }\nresource "aws_sqs_queue" "a" {\n  name = var.n\n}\n',
      'prod.tfvars': 'n = "bad"\n',
      'staging.tfvars': 'n = "good"\n',
    });
    const { findings } = judge(graph, [nameless]);
    const all = new Set(['prod', 'staging']);
    expect(gather(findings, () => all)[0]!.environments).toEqual(['prod']);
    expect(gather(findings, () => new Set(['prod']))[0]!.environments).toEqual([]);
  });
});
