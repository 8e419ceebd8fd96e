import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeFiles } from './merge-files.ts';
import { readRecord, writeRecord } from './record.ts';

const base = 'one\ntwo\nthree\nfour\nfive\n';

function merge(last: string | undefined, disk: string | undefined, next: string | undefined) {
  const files = (text: string | undefined) => new Map(text === undefined ? [] : [['a', text]]);
  const { changes, conflicts, foreign } = mergeFiles(files(last), files(next), () => disk);
  return {
    changes: changes.map(({ after }) => after),
    conflicts: conflicts.map(({ message }) => message),
    foreign,
  };
}

describe('mergeFiles', () => {
  it('writes what is new, and nothing where nothing changed', () => {
    expect(merge(undefined, undefined, base).changes).toEqual([base]);
    expect(merge(base, base, base).changes).toEqual([]);
    expect(merge(base, `${base}mine\n`, base).changes).toEqual([]);
  });

  it('keeps what a person changed beside what changes now', () => {
    const { changes, conflicts } = merge(base, base.replace('one', 'mine'), base.replace('five', 'new'));
    expect(changes).toEqual(['mine\ntwo\nthree\nfour\nnew\n']);
    expect(conflicts).toEqual([]);
  });

  it('marks what both changed, and says so', () => {
    const { changes, conflicts } = merge(base, base.replace('three', 'mine'), base.replace('three', 'new'));
    expect(changes).toEqual([
      'one\ntwo\n<<<<<<< yours\nmine\n||||||| written last\nthree\n=======\nnew\n>>>>>>> plinth design\nfour\nfive\n',
    ]);
    expect(conflicts).toEqual(['one place was changed on both sides: look for <<<<<<<']);
  });

  it('removes what is no longer needed, unless a person changed it', () => {
    expect(merge(base, base, undefined).changes).toEqual([undefined]);
    expect(merge(base, 'mine\n', undefined)).toMatchObject({
      changes: [],
      conflicts: [expect.stringContaining('no longer needed')],
    });
  });

  it('leaves removed what a person removed, and says where it would be different now', () => {
    expect(merge(base, undefined, base)).toEqual({ changes: [], conflicts: [], foreign: [] });
    expect(merge(base, undefined, 'new\n')).toMatchObject({
      changes: [],
      conflicts: [expect.stringContaining('stays removed')],
    });
  });

  it('never takes a file that Plinth did not write', () => {
    expect(merge(undefined, 'theirs\n', base)).toEqual({ changes: [], conflicts: [], foreign: ['a'] });
    expect(merge(undefined, base, base)).toEqual({ changes: [], conflicts: [], foreign: [] });
  });

  it('loses no line of either side', () => {
    const lines = fc
      .array(fc.constantFrom('a', 'b', 'c', '', '}'), { maxLength: 8 })
      .map((all) => all.join('\n'));
    fc.assert(
      fc.property(lines, lines, lines, (last, disk, next) => {
        const after = merge(last, disk, next).changes[0] ?? disk;
        const merged = after.split('\n');
        const added = (text: string) => text.split('\n').filter((line) => !last.split('\n').includes(line));
        for (const line of [...added(disk), ...added(next)]) expect(merged).toContain(line);
      }),
    );
  });
});

it('a record is read back as what was written, the same each time', async () => {
  const files = new Map([
    ['b', 'ß\n'],
    ['a', base.repeat(100)],
  ]);
  expect(readRecord(await writeRecord(files))).toEqual(files);
  expect(await writeRecord(new Map([...files].reverse()))).toBe(await writeRecord(files));
  for (const text of ['', '{}', '<<<<<<<', '{"version":1,"texts":["!"]}'])
    expect(readRecord(text)).toBeUndefined();
});
