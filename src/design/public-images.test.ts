import { describe, expect, it } from 'vitest';
import { architectureOf } from '../../tests/support/design-example.ts';
import { isOfOthers, withoutPullLimit } from './public-images.ts';
import { writeAll } from './write-all.ts';

describe('an image of others', () => {
  it.each([
    ['nginx', 'public.ecr.aws/docker/library/nginx'],
    ['postgres:16', 'public.ecr.aws/docker/library/postgres:16'],
    ['docker.io/library/redis:7', 'public.ecr.aws/docker/library/redis:7'],
    ['docker.io/nginx', 'public.ecr.aws/docker/library/nginx'],
  ])('%s is taken from where pulls are not counted', (image, taken) => {
    expect(withoutPullLimit(image)).toBe(taken);
    expect(isOfOthers(image)).toBe(true);
    expect(isOfOthers(taken)).toBe(true);
  });

  it.each(['ghcr.io/acme/api', 'acme/api:1', 'localhost:5000/api', 'quay.io/acme/api@sha256:ab'])(
    '%s may be ours, and stays where it is',
    (image) => {
      expect(withoutPullLimit(image)).toBe(image);
      expect(isOfOthers(image)).toBe(false);
    },
  );

  it.each(['github', 'gitlab'])('asks nobody for a password, nor for a build, on %s', (ci) => {
    const architecture = architectureOf(`name: shop
owner: shop
owners: { shop: { email: a@shop.example, channel: "#shop", github: shop/ops } }
compute: ecs
account: "111122223333"
services: { front: { image: "nginx:1.29" } }
delivery: { repository: acme/platform, ci: ${ci} }
`);
    const files = writeAll(architecture);
    const all = [...files]
      .filter(([path]) => !path.endsWith('.md'))
      .map(([, text]) => text)
      .join('\n');
    expect(all).not.toContain('REGISTRY_');
    expect(all).not.toContain('docker.io');
    expect([...files.keys()].filter((path) => /image\.ya?ml$|verify-images/.test(path))).toEqual([]);
    expect(files.get('docs/prerequisites.md')).toContain(
      'imagetools inspect public.ecr.aws/docker/library/nginx:1.29',
    );
    expect(files.get('docs/prerequisites.md')).not.toContain('show it no password');
    expect(architecture.notes.join('\n')).toContain('front runs nginx:1.29 of Docker Hub');
  });
});
