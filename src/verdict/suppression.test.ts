import { describe, expect, it } from 'vitest';
import { loadConfig } from '../config/load-config.ts';
import type { Finding } from '../model/finding.ts';
import { Node } from '../model/node.ts';
import type { Resource } from '../model/resource.ts';
import { SourceFile } from '../model/source-file.ts';
import { parseYaml } from '../syntax/yaml/parse-yaml.ts';
import { applySuppressions } from './apply-suppressions.ts';
import type { Suppression } from './suppression.ts';
import { findSuppressions } from './suppression-comments.ts';
import { configuredSuppressions, matchesWildcards } from './suppression-configured.ts';

const known = ['aws/open', 'aws/other', 'kubernetes/root', 'dockerfile/latest', 'github-actions/pin'];

interface Place {
  readonly file: SourceFile;
  /** text that the finding's place starts with */
  readonly at: string;
  /** text that its resource starts with; the finding's own place where absent */
  readonly resource?: string;
  readonly check?: string;
  readonly sameAs?: readonly string[];
  readonly body?: Node;
  readonly source?: Resource['source'];
}

function findingAt({
  file,
  at,
  resource = at,
  check = 'aws/open',
  sameAs = [],
  body,
  source,
}: Place): Finding {
  const start = file.text.indexOf(at);
  const top = file.text.indexOf(resource);
  expect(Math.min(start, top), 'the place is in the text').toBeGreaterThanOrEqual(0);
  return {
    check,
    title: '',
    dimension: 'security',
    severity: 'high',
    message: '',
    key: '',
    sameAs,
    origin: { file, start, end: start + at.length },
    resource: {
      address: 'aws_s3_bucket.a["x"]',
      type: 'aws_s3_bucket',
      name: 'a',
      source: source ?? 'terraform',
      unit: { id: 'u', kind: 'terraform', path: '.', environment: 'prod' },
      body: body ?? new Node(file, top, top + resource.length, null),
    },
  };
}

function apply(finding: Finding, suppressions: readonly Suppression[], today = '2026-01-01') {
  return applySuppressions([finding], suppressions, { known, ran: new Set(known), today });
}

/** Whether a finding is hidden, and what is said. */
function judge(place: Omit<Place, 'file'> & { path?: string; text: string; today?: string }) {
  const file = new SourceFile(place.path ?? 'main.tf', place.text);
  const finding = findingAt({ ...place, file });
  const { suppressed, problems } = apply(finding, findSuppressions(file), place.today);
  return {
    hidden: suppressed.has(finding),
    by: suppressed.get(finding),
    said: problems.map((p) => p.message),
  };
}

const bucket = (head: string, inside = '', trailing = '') =>
  `${head}resource "aws_s3_bucket" "a" {\n${inside}  acl = "public"${trailing}\n\n  tags = {\n    a = "b"\n  }\n}\n\nresource "aws_s3_bucket" "b" {\n  force = true\n}\n`;

describe('plinth:ignore', () => {
  const ignore = 'plinth:ignore aws/open because of SEC-12';

  it.each([
    ['above a block, for the block', bucket(`# ${ignore}\n`), 'resource "aws_s3_bucket" "a"', true],
    ['above a block, for all in it', bucket(`// ${ignore}\n`), 'tags', true],
    ['above a block, not for the next one', bucket(`# ${ignore}\n`), 'force', false],
    ['above an attribute', bucket('', `  # ${ignore}\n`), 'acl', true],
    ['above an attribute, not for the next one', bucket('', `  # ${ignore}\n`), 'tags', false],
    ['behind an attribute', bucket('', '', ` # ${ignore}`), 'acl', true],
    ['among other comments', bucket(`# one\n/* ${ignore} */\n\n# two\n`), 'tags', true],
    ['where nothing is indented', bucket(`# ${ignore}\n`).replace(/^ +/gm, ''), 'tags', true],
    ['past a here-document', bucket(`# ${ignore}\n`, '  x = <<EOF\nleft\nEOF\n'), 'tags', true],
    ['in a text', bucket('', `  x = "${ignore}"\n`), 'acl', false],
  ])('counts %s', (_, text, at, hidden) => {
    expect(judge({ text, at }).hidden).toBe(hidden);
  });

  it('takes a family, several checks, and gives its reason', () => {
    const text = bucket('# plinth:ignore kubernetes/root,aws/*: - public by design\n');
    expect(judge({ text, at: 'acl' }).by).toMatchObject({ reason: 'public by design', start: 2 });
  });

  it('hides what is found elsewhere but belongs to the block', () => {
    const text = bucket(`# ${ignore}\n`);
    expect(judge({ text, at: 'force', resource: 'resource "aws_s3_bucket" "a"' }).hidden).toBe(true);
  });

  it('hides what a module call above it leads to', () => {
    const call = new SourceFile('main.tf', `# ${ignore}\nmodule "m" {\n  source = "./m"\n}\n`);
    const finding = findingAt({ file: new SourceFile('m/main.tf', bucket('')), at: 'acl' });
    const via = [{ what: 'module call m', file: call, start: call.text.indexOf('module'), end: 60 }];
    const through = { ...finding, origin: { ...finding.origin, via } };
    expect(apply(through, findSuppressions(call)).suppressed.has(through)).toBe(true);
    expect(apply(finding, findSuppressions(call)).suppressed.size).toBe(0);
  });

  it.each([
    ['# plinth:ignore\n', 'names no check'],
    ['# plinth:ignore aws/open\n', 'gives no reason'],
    ['# plinth:ignore aws/opn typing\n', 'did you mean "aws/open"?'],
    ['# plinth:ignore aws/other fine here\n', 'hides nothing: no such finding begins here'],
  ])('is a problem and hides nothing: %s', (head, message) => {
    const { hidden, said } = judge({ text: bucket(head), at: 'acl' });
    expect(hidden).toBe(false);
    expect(said).toEqual([expect.stringContaining(message)]);
  });

  it('is no problem where its check did not run', () => {
    const file = new SourceFile('main.tf', bucket('# plinth:ignore aws/other fine here\n'));
    const terms = { known, ran: new Set(['aws/open']), today: '2026-01-01' };
    expect(applySuppressions([], findSuppressions(file), terms).problems).toEqual([]);
  });

  const manifest = [
    '# head of the file',
    '---',
    'apiVersion: apps/v1',
    'spec:',
    '  containers:',
    '  - name: a',
    '    image: a',
    '  - name: b',
    '    image: b',
    '---',
    'apiVersion: v1',
    'kind: Pod',
    '',
  ];
  const withComment = (line: number, comment: string) => manifest.toSpliced(line, 0, comment).join('\n');

  it.each([
    ['in the head of an object, for all of it', 2, 'image: b', true],
    ['before the first marker', 1, 'image: b', true],
    ['in the head of an object, not for the next', 2, 'kind: Pod', false],
    ['above an item, for all of it', 5, 'image: a', true],
    ['above an item, not for the next', 5, '- name: b', false],
    ['above a key with a list that is not indented', 4, 'image: b', true],
    ['below the last object', 9, 'kind: Pod', true],
  ])('counts in YAML %s', (_, line, at, hidden) => {
    const text = withComment(line, `# plinth:ignore kubernetes/root a reason`);
    expect(judge({ path: 'a.yaml', text, at, check: 'kubernetes/root' }).hidden).toBe(hidden);
  });

  it('sees through the actions of a template', () => {
    const text =
      '# plinth:ignore kubernetes/root r\n{{- if .Values.a }}\napiVersion: v1\nspec:\n  a: 1\n{{- end }}\n';
    expect(judge({ path: 'templates/a.yaml', text, at: 'a: 1', check: 'kubernetes/root' }).hidden).toBe(true);
  });

  const stages = 'FROM a:latest AS one\nRUN x \\\n  && y\nFROM b:latest\nUSER root\n';
  it.each([
    ['above FROM, for the stage', `# plinth:ignore dockerfile/latest r\n${stages}`, 'RUN', true],
    ['above FROM, not for the next stage', `# plinth:ignore dockerfile/latest r\n${stages}`, 'USER', false],
    ['above an instruction', stages.replace('RUN', '# plinth:ignore dockerfile/latest r\nRUN'), '&& y', true],
  ])('counts in a Dockerfile %s', (_, text, at, hidden) => {
    expect(judge({ path: 'Dockerfile', text, at, check: 'dockerfile/latest' }).hidden).toBe(hidden);
  });
});

describe('what other tools write', () => {
  const sameAs = [
    'checkov:CKV_AWS_20',
    'trivy:AWS-0092',
    'tfsec:aws-s3-no-public-access',
    'trivy:KSV-0012',
    'kics:terraform/aws/s3_bucket_acl',
    'kube-linter:run-as-non-root',
    'kube-score:Container Image Tag',
    'polaris:runAsRootAllowed',
    'hadolint:DL3006',
    'zizmor:unpinned-uses',
  ];

  it.each([
    ['checkov inside the block', bucket('', '  #checkov:skip=CKV_AWS_20:public\n'), 'tags', true],
    ['checkov, several', bucket('', '  # checkov:skip=CKV_X,CKV_AWS_20\n'), 'tags', true],
    [
      'checkov behind a here-document',
      bucket('', '  x = <<EOF\nleft\nEOF\n  #checkov:skip=CKV_AWS_20\n'),
      'tags',
      true,
    ],
    ['checkov outside of blocks', bucket('#checkov:skip=CKV_AWS_20\n'), 'tags', false],
    ['checkov in the other block', bucket('', '  #checkov:skip=CKV_AWS_20:public\n'), 'force', false],
    ['checkov, another id', bucket('', '  #checkov:skip=CKV_AWS_21:public\n'), 'tags', false],
    ['trivy above the block', bucket('#trivy:ignore:AVD-AWS-0092\n'), 'tags', true],
    ['trivy behind the attribute', bucket('', '', ' #trivy:ignore:aws-0092 fine'), 'acl', true],
    ['trivy above the attribute', bucket('', '  // trivy:ignore:aws-s3-*\n'), 'acl', true],
    ['trivy, all', bucket('#trivy:ignore:*\n'), 'acl', true],
    [
      'tfsec, the second of a line',
      bucket('#tfsec:ignore:x tfsec:ignore:aws-s3-no-public-access\n'),
      'acl',
      true,
    ],
    ['tfsec, an old number', bucket('#tfsec:ignore:AWS092\n'), 'acl', false],
    ['trivy, an old number of Kubernetes', bucket('#trivy:ignore:KSV012\n'), 'acl', true],
    ['trivy with parameters', bucket('#trivy:ignore:AWS-0092[acl=public]\n'), 'acl', false],
    ['trivy in its workspace', bucket('#trivy:ignore:AWS-0092:ws:prod\n'), 'acl', true],
    ['trivy in another workspace', bucket('#trivy:ignore:AWS-0092:ws:dev\n'), 'acl', false],
    ['trivy before its end', bucket('#trivy:ignore:AWS-0092:exp:2026-01-01\n'), 'acl', true],
    ['trivy after its end', bucket('#trivy:ignore:AWS-0092:exp:2025-12-31\n'), 'acl', false],
    ['kics, a line', bucket('', '  # kics-scan ignore-line\n'), 'acl', true],
    ['kics, a line and not the block below', bucket('# kics-scan ignore-line\n'), 'acl', false],
    ['kics, a block', bucket('# kics-scan ignore-block\n'), 'tags', true],
    ['kics, the file', bucket('# a\n# kics-scan ignore\n'), 'force', true],
    ['kics, the file, too late', bucket('', '# kics-scan ignore\n'), 'force', false],
    ['kics, the file by id', bucket('# kics-scan disable=x,terraform/aws/s3_bucket_acl\n'), 'force', true],
  ])('honours %s', (_, text, at, hidden) => {
    expect(judge({ text, at, sameAs })).toMatchObject({ hidden, said: [] });
    expect(judge({ text, at, sameAs: ['regula:FG_1'] }).hidden).toBe(false);
  });

  const docker = 'FROM a\nRUN x \\\n  y\nUSER root\n';
  it.each([
    ['hadolint above', docker.replace('RUN', '# hadolint ignore=DL3001, DL3006\nRUN'), 'RUN', true],
    ['hadolint further up', docker.replace('RUN', '# hadolint ignore=DL3006\nRUN'), 'USER', false],
    ['hadolint in the file', `# hadolint global ignore=DL3006\n${docker}`, 'USER', true],
    [
      'hadolint with an id it does not know',
      `# hadolint global ignore=crazy,DL3006\n${docker}`,
      'USER',
      false,
    ],
    ['checkov anywhere in the file', `${docker}# checkov:skip=CKV_AWS_20:x\n`, 'FROM', true],
  ])('honours in a Dockerfile %s', (_, text, at, hidden) => {
    expect(judge({ path: 'a/Dockerfile', text, at, sameAs }).hidden).toBe(hidden);
  });

  const step = '    - uses: a/b@v1 # zizmor: ignore[artipacked, unpinned-uses] pinned later\n    - run: x\n';
  it.each([
    ['on its line', step, '- uses: a/b@v1', true],
    ['on another line', step, '- run', false],
    ['badly written', step.replace('# zizmor: ', '#zizmor:'), '- uses', false],
  ])('honours zizmor %s', (_, text, at, hidden) => {
    expect(judge({ path: '.github/workflows/ci.yml', text, at, sameAs }).hidden).toBe(hidden);
  });

  it.each([
    ['checkov.io/skip1: CKV_AWS_20=on purpose', true],
    ['checkov.io/skip1: CKV_AWS_21=on purpose', false],
    ['ignore-check.kube-linter.io/run-as-non-root: on purpose', true],
    ['kube-linter.io/ignore-all: vendor', true],
    ['kube-score/ignore: pod-probes, container-image-tag', true],
    ['polaris.fairwinds.com/runAsRootAllowed-exempt: "true"', true],
    ['polaris.fairwinds.com/runAsRootAllowed-exempt: "false"', false],
    ['polaris.fairwinds.com/exempt: "true"', true],
    ['example.com/other: CKV_AWS_20', false],
  ])('honours the annotation %s', (annotation, hidden) => {
    const file = new SourceFile('a.yaml', `metadata:\n  annotations:\n    ${annotation}\n`);
    const pods = new SourceFile(
      'b.yaml',
      `spec:\n  template:\n    metadata:\n      annotations:\n        ${annotation}\n`,
    );
    for (const one of [file, pods]) {
      const body = parseYaml(one).documents[0]!;
      const finding = findingAt({
        file: one,
        at: annotation.slice(0, 5),
        sameAs,
        body,
        source: 'kubernetes',
      });
      expect(apply(finding, []).suppressed.has(finding)).toBe(hidden);
    }
  });
});

describe('suppressions of the configuration', () => {
  const entry = (rest: string) => `suppressions:\n  - check: aws/open\n    reason: known\n    ${rest}\n`;
  const judgeBy = async (text: string) => {
    const { config } = await loadConfig(new SourceFile('plinth.config.yaml', text));
    const finding = findingAt({ file: new SourceFile('envs/dev/main.tf', bucket('')), at: 'acl' });
    const { suppressed, problems } = apply(finding, await configuredSuppressions(config));
    return { hidden: suppressed.size === 1, said: problems.map(({ message }) => message) };
  };

  it.each([
    ['owner: us', true],
    ['resource: aws_s3_bucket.a[*]', true],
    ['resource: aws_s3_bucket.b*', false],
    ['path: envs/dev', true],
    ['path: envs/prod', false],
    ['expires: "2026-01-01"', true],
  ])('hide what matches %s', async (rest, hidden) => {
    const { said, ...judged } = await judgeBy(entry(rest));
    expect(judged.hidden).toBe(hidden);
    expect(said).toEqual(hidden ? [] : [expect.stringContaining('no finding matches it')]);
  });

  it('end on their day', async () => {
    expect(await judgeBy(entry('expires: "2025-12-31"'))).toEqual({
      hidden: false,
      said: [expect.stringContaining('ended on 2025-12-31')],
    });
  });

  it('know only one wildcard', () => {
    const yes = ['a', '*', 'a*', '*a*', 'a**'].map((pattern) => matchesWildcards(pattern, 'a'));
    const no = ['b', 'a*a', '*b', '[a]', ''].map((pattern) => matchesWildcards(pattern, 'a'));
    expect([...yes, ...no]).toEqual([...yes.fill(true), ...no.fill(false)]);
    expect(matchesWildcards('module.*.x[*]', 'module.a.module.b.x["k"]')).toBe(true);
  });
});

it('a text that no person wrote costs little', () => {
  const line = `${'x'.repeat(50)} # plinth:ignore aws/open r`;
  const stacked = new SourceFile('a.tf', '# plinth:ignore aws/open r\n'.repeat(200_000));
  const oneLine = new SourceFile('a.json', line.repeat(50_000));
  const start = performance.now();
  expect(findSuppressions(stacked)).toHaveLength(2000);
  expect(findSuppressions(oneLine).length).toBeLessThan(2000);
  expect(performance.now() - start).toBeLessThan(2000);
});
