import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { itemsAt, textAt } from '../look.ts';
import type { Selector, Subject } from '../selector.ts';
import { mayMeet, mayShareNamespace, resolveName } from './names.ts';

/** A place that asks cert-manager for a certificate: a Certificate, or an Ingress or Gateway with its annotation. */
export interface CertificateRequest extends Subject {
  /** `Issuer`, `ClusterIssuer` */
  readonly kind: string;
  readonly issuer: string;
  readonly at: Node;
  readonly names: readonly Node[];
}

const certificate = 'Certificate.cert-manager.io';

export const certificateRequests: Selector<CertificateRequest> = {
  of: 'requests for certificates',
  find: (graph: Graph) => [
    ...graph.ofType(certificate).flatMap((resource) => {
      const reference = resource.body.peek('spec', 'issuerRef');
      const at = reference?.peek('name');
      const group = textAt(reference, 'group');
      if (!at || typeof at.content !== 'string' || (group !== '' && group !== 'cert-manager.io')) return [];
      const names = itemsAt(resource.body, 'spec', 'dnsNames');
      const kind = textAt(reference, 'kind') || 'Issuer';
      return [{ resource, node: resource.body, kind, issuer: at.content, at, names }];
    }),
    ...['Ingress', 'Gateway.gateway.networking.k8s.io'].flatMap((type) =>
      graph.ofType(type).flatMap(annotated),
    ),
  ],
};

function annotated(resource: Resource): CertificateRequest[] {
  const annotations = resource.body.peek('metadata', 'annotations');
  return [
    ['ClusterIssuer', 'cert-manager.io/cluster-issuer'],
    ['Issuer', 'cert-manager.io/issuer'],
  ].flatMap(([kind, key]) => {
    const at = annotations?.peek(key!);
    if (!at || typeof at.content !== 'string' || annotations?.peek('cert-manager.io/issuer-group')) return [];
    const names = itemsAt(resource.body, 'spec', 'tls').flatMap((tls) => itemsAt(tls, 'hosts'));
    return [{ resource, node: resource.body, kind: kind!, issuer: at.content, at, names }];
  });
}

/** The issuers of the repository that a request means. */
export function issuersOf(graph: Graph, { resource, kind, issuer }: CertificateRequest): readonly Resource[] {
  return resolveName(graph, resource, `${kind}.cert-manager.io`, issuer, {
    anyNamespace: kind === 'ClusterIssuer',
  });
}

/** Certificates that may be used where an object stands. */
export function certificatesNear(graph: Graph, from: Resource): readonly Resource[] {
  return graph.ofType(certificate).filter((other) => mayMeet(from, other) && mayShareNamespace(from, other));
}

/** Whether a name of a certificate is that of a host; `*.example.com` stands for one label. */
export function covers(name: string, host: string): boolean {
  if (name === host) return true;
  return name.startsWith('*.') && host.includes('.') && host.slice(host.indexOf('.') + 1) === name.slice(2);
}
