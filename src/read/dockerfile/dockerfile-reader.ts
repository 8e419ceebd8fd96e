import type { Resource, Unit } from '../../model/resource.ts';
import type { Reader } from '../reader.ts';
import { isDockerfile } from './file-name.ts';
import { readDockerfile } from './read-dockerfile.ts';

/** A longer one is generated, or no Dockerfile at all: 256 KiB. */
const longest = 256 * 1024;

/** Reads Dockerfiles. Each is a unit of its own, and its address is its path. */
export const dockerfileReader: Reader = {
  name: 'dockerfile',
  read(repository) {
    const units: Unit[] = [];
    const resources: Resource[] = [];
    const files: string[] = [];
    for (const path of repository.paths) {
      if (!isDockerfile(path)) continue;
      const file = repository.read(path);
      if (!file) continue;
      if (file.text.length > longest) {
        const message = 'the Dockerfile is longer than 256 KiB: exclude it if it is none, or split it';
        repository.report({ kind: 'limit', message, path, file });
        continue;
      }
      const { body, problems } = readDockerfile(file);
      for (const problem of problems) repository.report(problem);
      if (!body) continue;
      const slash = path.lastIndexOf('/');
      const folder = slash < 0 ? '.' : path.slice(0, slash);
      const unit: Unit = { id: `dockerfile:${path}`, kind: 'dockerfile', path: folder };
      files.push(path);
      units.push(unit);
      resources.push({
        address: path,
        type: 'dockerfile',
        name: path.slice(slash + 1),
        source: 'dockerfile',
        unit,
        body,
      });
    }
    return { units, resources, files };
  },
};
