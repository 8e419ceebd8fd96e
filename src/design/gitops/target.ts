import type { Architecture } from '../architecture.ts';
import { FileSet, type Files, type Target } from '../target.ts';
import { addonFiles } from './addon-files.ts';
import { addonsOf } from './addons/all.ts';
import { argoCluster } from './argocd/cluster.ts';
import { fluxRelease } from './flux/addon-release.ts';
import { fluxCluster } from './flux/cluster.ts';
import { foundation } from './foundation.ts';
import { deliveredTo } from './held.ts';
import { readme } from './readme.ts';
import { settings } from './settings.ts';

/** What Argo CD or Flux delivers: add-ons and workloads, with their order and limits. */
export const gitops: Target = { name: 'gitops', write };

function write(architecture: Architecture): Files {
  const files = new FileSet();
  const { delivery } = architecture;
  const clusters = deliveredTo(architecture);
  if (delivery.gitops === 'none' || clusters.length === 0) return files.files;
  const addons = addonsOf(architecture);
  files.addAll(foundation(clusters, addons));
  for (const addon of addons) files.addAll(addonFiles(addon, clusters));
  const isFlux = delivery.gitops === 'flux';
  if (isFlux) for (const addon of addons) files.addAll(fluxRelease(addon, clusters));
  const cluster = isFlux ? fluxCluster : argoCluster;
  for (const environment of clusters)
    files.addAll(settings(architecture, environment)).addAll(cluster(architecture, environment, addons));
  files.add('gitops/README.md', readme(architecture, clusters, addons));
  return files.files;
}
