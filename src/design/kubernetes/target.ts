import type { Architecture } from '../architecture.ts';
import { FileSet, type Files, type Target } from '../target.ts';
import type { Job, Service } from '../workload.ts';
import { yaml, yamlStream } from '../yaml/yaml.ts';
import { jobBase, serviceBase } from './base.ts';
import { namespaceOf } from './namespace.ts';
import { overlayOf } from './overlay.ts';

/** Manifests of workloads: a base, and an overlay for each environment. */
export const kubernetes: Target = { name: 'kubernetes', write };

function write({ platform, environments }: Architecture): Files {
  const files = new FileSet();
  if (platform.compute !== 'eks') return files.files;
  const written = new Set<string>();
  for (const environment of [...environments].reverse()) {
    for (const namespace of environment.namespaces) {
      const path = `kubernetes/${namespace.name}/namespace/overlays/${environment.name}`;
      files.add(`${path}/namespace.yaml`, yamlStream(namespaceOf(namespace, environment)));
      files.add(`${path}/kustomization.yaml`, kustomization(['namespace.yaml']));
    }
    for (const workload of [...environment.services, ...environment.jobs]) {
      const path = `kubernetes/${workload.namespace}/${workload.name}`;
      if (!written.has(path)) {
        files.add(`${path}/base/workload.yaml`, yamlStream(baseOf(workload)));
        files.add(`${path}/base/kustomization.yaml`, kustomization(['workload.yaml']));
        written.add(path);
      }
      const overlay = `${path}/overlays/${environment.name}`;
      files.add(`${overlay}/environment.yaml`, yamlStream(overlayOf(workload, environment)));
      files.add(
        `${overlay}/kustomization.yaml`,
        kustomization(['../../base', 'environment.yaml'], workload.image),
      );
    }
  }
  return files.files;
}

function baseOf(workload: Service | Job) {
  return workload.kind === 'service' ? serviceBase(workload) : jobBase(workload);
}

/** The pipeline writes the digest of each release in place of the first tag. */
function kustomization(resources: string[], image?: string): string {
  return yaml({
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources,
    ...(image !== undefined && { images: [{ name: image, newTag: '0.1.0' }] }),
  });
}
