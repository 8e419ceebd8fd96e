/**
 * Stands where the digest of the first release comes to stand. No registry has it, so nothing else can run by mistake;
 * a pod says `ImagePullBackOff` until the real one is written here.
 */
export const noDigestYet = `sha256:${'0'.repeat(64)}`;

/** Why there are zeros, for people who find them. */
export const digestComment =
  'The digest that the pipeline writes here at a release (set-digest.sh). Zeros stand for an image that was never released:\nrelease every image once before the cluster first gets these manifests.';
