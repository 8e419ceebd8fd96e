import { bareImage } from './release-files.ts';

/** Registries whose images are made by others for everybody: nobody here builds into them, and they ask for no password. */
const ofEverybody = [
  'public.ecr.aws/docker/',
  'registry.k8s.io/',
  'mcr.microsoft.com/',
  'gcr.io/distroless/',
];

/** Whether an image is made by others, so that it is neither built nor signed here, and anybody may pull it. */
export function isOfOthers(image: string): boolean {
  return officialName(image) !== undefined || ofEverybody.some((beginning) => image.startsWith(beginning));
}

/**
 * An official image of Docker Hub as Docker puts it into Amazon’s public registry. Docker Hub counts what comes from one
 * address, and all nodes and tasks of a network come from that of its NAT.
 * Source: docs.docker.com, Docker Hub pull usage; gallery.ecr.aws/docker
 */
export function withoutPullLimit(image: string): string {
  const name = officialName(image);
  return name === undefined ? image : `public.ecr.aws/docker/library/${name}`;
}

/** The name of an official image of Docker Hub with its tag: `postgres:16`, `docker.io/library/nginx`. */
function officialName(image: string): string | undefined {
  const name = image.replace(/^(?:docker\.io\/)?(?:library\/)?/, '');
  return bareImage(name).includes('/') ? undefined : name;
}
