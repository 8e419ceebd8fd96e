import { describe, expect, it } from 'vitest';
import { evaluateText, filesOf } from '../../../../../tests/support/evaluate-text.ts';
import { Unknown } from '../../../../model/unknown.ts';
import { textValue } from '../value.ts';
import { globMatcher } from './glob.ts';
import { cleanPath } from './path-text.ts';

const files = filesOf({
  'policy.json': '{}',
  'policies/a.json': '1',
  'policies/b.yaml': '2',
  'policies/deep/c.json': '3',
  'image.png': new Unknown('image.png is no text'),
});

describe('files', () => {
  it('are read, and hashed, from the repository', () => {
    expect(evaluateText('file("./policy.json")', {}, files).value.data).toBe('{}');
    expect(evaluateText('filebase64("policy.json")', {}, files).value.data).toBe('e30=');
    expect(evaluateText('filemd5("policy.json")', {}, files).value.data).toBe(
      '99914b932bd37a50b983c5e7c90ae93b',
    );
    expect(evaluateText('fileexists("missing")', {}, files).value.data).toBe(false);
  });

  it('of a sensitive name are sensitive themselves', () => {
    const path = textValue('policy.json').withMarks(new Set(['sensitive']));
    for (const name of ['file', 'filebase64', 'filemd5', 'filebase64sha256', 'fileexists'])
      expect(evaluateText(`${name}(path)`, { path }, files).value.isMarked, name).toBe(true);
  });

  it('that are missing are a problem, those out of reach are unknown', () => {
    expect(evaluateText('file("missing")', {}, files).problems).toEqual([
      'file does not take this for "path": there is no file "missing" in the repository',
    ]);
    for (const name of ['file', 'filesha256', 'filebase64'])
      expect(evaluateText(`${name}("image.png")`, {}, files).value.data, name).toMatchObject({
        reason: 'image.png is no text',
      });
  });

  it.each([
    ['fileset(".", "*.json")', ['policy.json']],
    ['fileset(".", "**/*.json")', ['policies/a.json', 'policies/deep/c.json', 'policy.json']],
    ['fileset("policies", "*.{json,yaml}")', ['a.json', 'b.yaml']],
    ['fileset("policies", "**")', ['a.json', 'b.yaml', 'deep/c.json']],
    ['fileset("./policies/", "[!a].*")', ['b.yaml']],
    ['fileset("policies", "../*.json")', ['../policy.json']],
    ['fileset("policies", "nothing*")', []],
  ])('%s', (text, expected) => {
    const { value, problems } = evaluateText(text, {}, files);
    expect(problems).toEqual([]);
    expect(value.items.map((item) => item.data)).toEqual(expected);
  });
});

describe('patterns', () => {
  it.each([
    ['a*', 'abc', true],
    ['a*', 'a/b', false],
    ['a?c', 'abc', true],
    ['**/x', 'x', true],
    ['**/x', 'a/b/x', true],
    ['a/**', 'a/b/c', true],
    ['a**', 'a/b', false],
    ['\\*', '*', true],
    ['\\*', 'a', false],
    ['[a-c]', 'b', true],
    ['[^a]', 'a', false],
    ['{a,b{c,d}}', 'bd', true],
    ['a.b', 'axb', false],
  ])('%s and %s', (pattern, path, expected) => {
    expect(globMatcher(pattern)(path)).toBe(expected);
  });

  it('cannot take long', () => {
    expect(globMatcher(`${'*a'.repeat(30)}b`)('a'.repeat(200))).toBe(false);
  });
});

it.each([
  ['a/../b', 'b'],
  ['../a/./b//c/', '../a/b/c'],
  ['/../a', '/a'],
  ['', '.'],
  ['a/..', '.'],
])('the path %s is %s', (path, expected) => expect(cleanPath(path)).toBe(expected));
