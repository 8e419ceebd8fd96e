import { expect, it } from 'vitest';
import { SourceFile } from '../../model/source-file.ts';
import { sceneOf } from './scene.ts';

it.each([
  ['deploy/api.yaml', ''],
  ['api.yaml', ''],
  ['examples/shop/base/api.yaml', 'examples'],
  ['pkg/tests/e2e/api.yaml', 'pkg/tests'],
  ['pkg/health/testdata/api.yaml', 'pkg/health/testdata/api.yaml'],
  ['controller/fake/data/pod.yaml', 'controller/fake/data/pod.yaml'],
  ['lessons/193/2-example/tests/api.yaml', 'lessons/193'],
  ['lessons/api.yaml', 'lessons'],
  ['latest/api.yaml', ''],
])('plays %s in %j', (path, scene) => {
  expect(sceneOf(new SourceFile(path, ''))).toBe(scene);
});
