import { expect, it } from 'vitest';
import type { Resource } from '../../model/resource.ts';
import { NamespaceIndex } from './namespace-index.ts';

const object = (name: string) => ({ name }) as Resource;
const names = (resources: readonly Resource[]) => resources.map(({ name }) => name).join(' ');

it('gives those of a namespace with those that state none, in the order of the source', () => {
  const index = new NamespaceIndex();
  const stated: readonly (readonly [string, string | undefined])[] = [
    ['a', 'shop'],
    ['b', undefined],
    ['c', 'bank'],
    ['d', 'shop'],
    ['e', undefined],
  ];
  for (const [name, namespace] of stated) index.add('Service/api', namespace, object(name));
  expect(names(index.near('Service/api', 'shop'))).toBe('a b d e');
  expect(names(index.near('Service/api', 'bank'))).toBe('b c e');
  expect(names(index.near('Service/api', 'other'))).toBe('b e');
  expect(names(index.near('Service/api', undefined))).toBe('a b c d e');
  expect(names(index.of('Service/api'))).toBe('a b c d e');
  expect(names(index.near('Service/web', 'shop'))).toBe('');
});
