import { describe, expect, it } from 'vitest';
import { ProviderSchema } from './provider-schema.ts';
import { parseConstraint, parseVersion } from './version.ts';

const schema = new ProviderSchema('toy', {
  versions: ['1.9.0', '2.3.0'],
  finals: ['1.9.0'],
  schemas: `data.toy_image 0
toy_disk 1
toy_fax 0@a
toy_lamp 2@b

id^ name!
id^ mode@a mode:n@b part*0<! size:n! tags:{} zones:(n)~
colours:[[]] links:{<0>}^
`,
  rules: 'toy_disk =name,prefix size|zones,tags !name,part.name\ntoy_diskette a|b\n',
});

describe('what providers take', () => {
  it('reads a type with its arguments and blocks', () => {
    const { entries } = schema.type('toy_disk')!.block;
    expect(entries.get('size')).toMatchObject([{ type: 'number', required: true, versions: 3 }]);
    expect(entries.get('zones')).toMatchObject([{ type: { is: 'set', of: 'number' }, deprecated: true }]);
    expect(entries.get('part')).toMatchObject([{ kind: 'block', required: true, once: true }]);
    expect(entries.get('part')![0]!.body!.entries.get('name')).toMatchObject([{ required: true }]);
    expect(entries.get('id')).toMatchObject([{ computed: true, type: 'string' }]);
  });

  it('keeps what versions differ in apart', () => {
    expect(schema.type('toy_disk')!.block.entries.get('mode')).toMatchObject([
      { type: 'string', versions: 1 },
      { type: 'number', versions: 2 },
    ]);
    expect(schema.type('toy_fax')!.versions).toBe(1);
    expect(schema.type('toy_lamp')).toMatchObject({ versions: 2 });
    expect(schema.type('toy_radio')).toBeUndefined();
  });

  it('reads the rules of a type, and of no other whose name begins the same', () => {
    expect(schema.rulesOf('toy_disk')).toEqual({
      exactlyOne: [['name', 'prefix']],
      atLeastOne: [],
      conflicts: [
        ['size', 'zones'],
        ['size', 'tags'],
      ],
      replacing: new Set(['name', 'part.name']),
    });
    expect(schema.rulesOf('toy_dis')).toBeUndefined();
    expect(schema.rulesOf('toy_diskette')?.conflicts).toEqual([['a', 'b']]);
  });
});

describe('version constraints', () => {
  const admits = (constraint: string, version: string) =>
    parseConstraint(constraint)!.every((condition) => condition.admits(parseVersion(version)!));

  it.each([
    ['~> 5.1', '5.99.0', true],
    ['~> 5.1', '6.0.0', false],
    ['~> 5.1.2', '5.1.9', true],
    ['~> 5.1.2', '5.2.0', false],
    ['~> 5', '7.0.0', true],
    ['>= 4.0, < 6.0', '5.100.0', true],
    ['>= 4.0, < 6.0', '6.0.0', false],
    ['!= 5.1.0', '5.1.0', false],
    ['5.1.0', '5.1.1', false],
  ])('%s and %s: %s', (constraint, version, expected) => expect(admits(constraint, version)).toBe(expected));

  it('leaves alone what it cannot read', () => {
    expect(parseConstraint('latest')).toBeUndefined();
    expect(parseVersion('5.0.0-beta1')).toBeUndefined();
  });
});
