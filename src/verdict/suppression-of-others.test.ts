import { describe, expect, it } from 'vitest';
import { apply, bucket, findingAt, judge } from '../../tests/support/suppressed-finding.ts';
import { SourceFile } from '../model/source-file.ts';
import { parseYaml } from '../syntax/yaml/parse-yaml.ts';

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
