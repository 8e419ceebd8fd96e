import { expect, it } from 'vitest';
import { digestOf, noDigestYet, repositoryOf } from './image.ts';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

it.each([
  ['ghcr.io/acme/api', 'ghcr.io/acme/api', noDigestYet],
  ['localhost:5000/api', 'localhost:5000/api', noDigestYet],
  ['localhost:5000/api:1.4.2', 'localhost:5000/api', noDigestYet],
  [`acme/api@${digest}`, 'acme/api', digest],
  [`acme/api:1.4@${digest}`, 'acme/api', digest],
])('takes %s apart, so that no digest is put behind another', (image, repository, pinned) => {
  expect([repositoryOf(image), digestOf(image)]).toEqual([repository, pinned]);
});
