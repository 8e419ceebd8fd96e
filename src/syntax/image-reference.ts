/** The parts of an image's name. */
export interface ImageReference {
  /** with the registry where one is named: `ghcr.io/shop/api`, `nginx` */
  readonly repository: string;
  readonly tag?: string;
  /** with its algorithm: `sha256:…` */
  readonly digest?: string;
}

/** Splits `registry:5000/name:tag@sha256:…`. Source: distribution/reference, the grammar of image names. */
export function parseImageReference(text: string): ImageReference {
  const at = text.indexOf('@');
  const name = at < 0 ? text : text.slice(0, at);
  const colon = name.lastIndexOf(':');
  // a colon before the last slash is a registry's port
  const tagged = colon > name.lastIndexOf('/');
  return {
    repository: tagged ? name.slice(0, colon) : name,
    ...(tagged && { tag: name.slice(colon + 1) }),
    ...(at >= 0 && { digest: text.slice(at + 1) }),
  };
}

/** The last part of an image's name, without registry, owner and tag: `node` of `docker.io/library/node:22`. */
export function imageName({ repository }: ImageReference): string {
  return repository.slice(repository.lastIndexOf('/') + 1);
}

/** Whether a digest is one that container runtimes take. Source: OCI image specification, Descriptors, Registered Algorithms. */
export function isDigest(text: string): boolean {
  return /^(?:(?:sha256|blake3):[\da-f]{64}|sha384:[\da-f]{96}|sha512:[\da-f]{128})$/.test(text);
}
