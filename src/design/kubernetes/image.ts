/**
 * Stands where the digest of the first release comes to stand. No registry has it, so nothing else can run by mistake;
 * a pod says `ImagePullBackOff` until the real one is written here.
 */
export const noDigestYet = `sha256:${'0'.repeat(64)}`;

/** Why there are zeros, for people who find them. */
export const digestComment =
  'The digest that the pipeline writes here at a release (set-digest.sh). Zeros stand for an image that was never released:\nrelease every image once before the cluster first gets these manifests.';

/** An image without its tag and digest. */
export function repositoryOf(image: string): string {
  return image.replace(/@.*$/, '').replace(/:[\w.-]+$/, '');
}

/** The digest that an image is pinned to. */
export function digestOf(image: string): string {
  return /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1] ?? noDigestYet;
}
