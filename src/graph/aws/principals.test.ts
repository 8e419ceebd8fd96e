import { describe, expect, it } from 'vitest';
import { Node } from '../../model/node.ts';
import { SourceFile } from '../../model/source-file.ts';
import { Undecided } from '../../model/unknown.ts';
import type { Condition, Statement } from './policy-document.ts';
import { letsEverybody } from './principals.ts';

const condition = (test: string, key: string, ...values: (string | undefined)[]): Condition => ({
  test,
  key,
  values,
});

function allowing(conditions: readonly Condition[], identifier: string | undefined = '*'): Statement {
  return {
    node: new Node(new SourceFile('main.tf', ''), 0, 0, null),
    sid: undefined,
    effect: 'Allow',
    actions: ['s3:GetObject'],
    notActions: [],
    resources: ['*'],
    notResources: [],
    principals: [{ type: 'AWS', identifier }],
    exceptPrincipals: false,
    conditions,
  };
}

describe('letsEverybody', () => {
  it.each<[string, Condition[]]>([
    ['no condition', []],
    ['a condition on how, not who', [condition('Bool', 'aws:securetransport', 'true')]],
    ['everybody but one', [condition('ArnNotEquals', 'aws:principalarn', 'arn:aws:iam::1:user/a')]],
    ['any account', [condition('ArnEquals', 'aws:principalarn', 'arn:aws:iam::*')]],
    ['a role of any account', [condition('ArnLike', 'aws:principalarn', 'arn:aws:iam::*:role/reader')]],
    ['a range that is the internet', [condition('IpAddress', 'aws:sourceip', '0.0.0.0/0')]],
    ['a set that may be empty', [condition('ForAllValues:StringEquals', 'aws:principalorgid', 'o-1')]],
    ['a key that may be missing', [condition('StringEqualsIfExists', 'aws:sourcevpce', 'vpce-1')]],
  ])('holds for %s', (_, conditions) => {
    expect(letsEverybody(allowing(conditions))).toBe(true);
  });

  it.each<[string, Condition[]]>([
    ['an organization', [condition('StringEquals', 'aws:principalorgid', 'o-1')]],
    ['one that cannot be told', [condition('StringEquals', 'aws:principalorgid', undefined)]],
    ['one of several', [condition('ForAnyValue:StringLike', 'aws:principalorgpaths', 'o-1/r-1/*')]],
    ['an endpoint’s account', [condition('StringEquals', 'aws:vpceaccount', '123456789012')]],
    ['a trail of one account', [condition('ArnLike', 'aws:sourcearn', 'arn:aws:cloudtrail:*:1:trail/*')]],
    ['a bucket', [condition('ArnLike', 'aws:sourcearn', 'arn:aws:s3:::uploads')]],
    [
      'a set that may not be empty',
      [
        condition('ForAllValues:StringEquals', 'aws:principalorgid', 'o-1'),
        condition('Null', 'aws:principalorgid', 'false'),
      ],
    ],
  ])('does not for %s', (_, conditions) => {
    expect(letsEverybody(allowing(conditions))).toBe(false);
  });

  it('does not for one account', () => {
    expect(letsEverybody(allowing([], 'arn:aws:iam::1:root'))).toBe(false);
  });

  it('cannot tell where the principal or a condition cannot be told', () => {
    const unknown: Condition = { test: undefined, key: undefined, values: [undefined] };
    expect(() => letsEverybody(allowing([unknown]))).toThrow(Undecided);
    const unnamed = { ...allowing([]), principals: [{ type: 'AWS', identifier: undefined }] };
    expect(() => letsEverybody(unnamed)).toThrow(Undecided);
  });
});
