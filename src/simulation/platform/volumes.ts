import type { Graph } from '../../graph/graph.ts';
import { claims, storageClassOf } from '../../graph/kubernetes/claims.ts';
import type { Pod } from '../../graph/kubernetes/pods.ts';
import { textAt } from '../../graph/look.ts';
import type { Resource } from '../../model/resource.ts';
import type { Assumptions } from './assumption.ts';
import { orElse, textsAt } from './reading.ts';

/** Provisioners whose volumes are reached from every zone. */
const regional = /efs|nfs|file\.csi|filestore|azurefile|cephfs|glusterfs|fsx\.csi|quobyte/;

/** Whether pods have volumes that can be attached in one zone only. */
export function hasZonalVolumes(graph: Graph, pod: Pod, assume: Assumptions): boolean {
  const { resource } = pod;
  const mounted = new Set(graph.from(resource, 'mounts').map(({ to }) => to));
  const own = claimsOf(graph).filter((claim) =>
    claim.isTemplate ? claim.resource === resource : mounted.has(claim.resource),
  );
  return own.some((claim) => {
    if (
      textsAt(claim.node, 'accessModes').some((mode) => mode === 'ReadWriteMany' || mode === 'ReadOnlyMany')
    )
      return false;
    const storageClass = orElse(
      () => storageClassOf(graph, claim),
      () => undefined,
    );
    if (storageClass) return isZonalClass(storageClass);
    const name = textAt(claim.node, 'storageClassName');
    assume.add({
      about: resource.address,
      assumed: 'its volumes lie in one zone each, as disks of clouds do',
      because: name
        ? `the storage class ${name} is not in the repository`
        : 'it names no storage class, and the repository declares no default one',
    });
    return true;
  });
}

function claimsOf(graph: Graph) {
  return graph.select(claims);
}

/** Whether volumes of a storage class can be attached in one zone only. */
export function isZonalClass({ body }: Resource): boolean {
  if (textAt(body, 'parameters', 'replication-type') === 'regional-pd') return false;
  if (/ZRS/.test(textAt(body, 'parameters', 'skuName'))) return false;
  return !regional.test(textAt(body, 'provisioner'));
}
