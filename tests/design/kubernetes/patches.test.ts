import { describe, expect, it } from 'vitest';
import { patchOf } from '../../../src/design/kubernetes/kustomize/patch.ts';

describe('a patch', () => {
  it('says no more than what differs, in the terms of RFC 6902', () => {
    const base = { spec: { min: 4, gone: true, 'a/b~c': 1, list: [{ host: 'a' }, { host: 'b' }] } };
    const wanted = { spec: { min: 2, new: 'x', 'a/b~c': 2, list: [{ host: 'a' }, { host: 'c' }] } };
    expect(patchOf(base, wanted)).toEqual([
      { op: 'replace', path: '/spec/min', value: 2 },
      { op: 'remove', path: '/spec/gone' },
      { op: 'replace', path: '/spec/a~1b~0c', value: 2 },
      { op: 'replace', path: '/spec/list/1/host', value: 'c' },
      { op: 'add', path: '/spec/new', value: 'x' },
    ]);
  });

  it('replaces a list as a whole where its length differs, and is empty where nothing does', () => {
    expect(patchOf({ list: [1, 2] }, { list: [1] })).toEqual([{ op: 'replace', path: '/list', value: [1] }]);
    expect(patchOf({ a: [{ b: 1 }] }, { a: [{ b: 1 }] })).toEqual([]);
  });
});
