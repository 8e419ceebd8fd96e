import { describe, expect, it } from 'vitest';
import { apply, bucket, findingAt, judge, known } from '../../tests/support/suppressed-finding.ts';
import { SourceFile } from '../model/source-file.ts';
import { applySuppressions } from './apply-suppressions.ts';
import { findSuppressions } from './suppression-comments.ts';

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

it('a text that no person wrote costs little', () => {
  const line = `${'x'.repeat(50)} # plinth:ignore aws/open r`;
  const stacked = new SourceFile('a.tf', '# plinth:ignore aws/open r\n'.repeat(200_000));
  const oneLine = new SourceFile('a.json', line.repeat(50_000));
  expect(findSuppressions(stacked)).toHaveLength(2000);
  expect(findSuppressions(oneLine).length).toBeLessThan(2000);
});
