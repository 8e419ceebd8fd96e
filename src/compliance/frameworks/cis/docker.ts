import { controls, type Framework } from '../../framework.ts';

/** Section 4, on images, and what an image decides of section 5; the rest is about hosts and how containers are run there. */
export const cisDocker: Framework = {
  id: 'cis-docker',
  title: 'CIS Docker Benchmark, images',
  edition: '1.6.0',
  source: 'https://www.cisecurity.org/benchmark/docker',
  controls: controls([
    ['4.1', 'the image names a user'],
    ['4.2', 'base images are trusted'],
    ['4.3', 'the image has no packages that it does not need'],
    ['4.4', 'images are scanned and built again with fixes'],
    ['4.5', 'images are signed and signatures checked'],
    ['4.6', 'the image says how to tell that it is healthy'],
    ['4.7', 'package lists are not updated in a layer of their own'],
    ['4.8', 'no file is setuid or setgid'],
    ['4.9', 'files are copied with COPY, not ADD'],
    ['4.10', 'no secret is in the image'],
    ['4.11', 'packages are verified'],
    ['4.12', 'what is signed is validated'],
    ['5.7', 'no SSH server runs in the container'],
    ['5.8', 'no port below 1024 is mapped'],
  ]),
};
