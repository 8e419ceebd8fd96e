import type { Graph } from '../../graph/graph.ts';
import { doorTo } from '../../graph/kubernetes/traffic.ts';
import { textAt } from '../../graph/look.ts';
import type { Resource } from '../../model/resource.ts';
import type { Door } from './workload.ts';

/** What lets requests in to a workload of a cluster, and what renews its certificate. */
export function doorOf(graph: Graph, workload: Resource): Door | undefined {
  const door = doorTo(graph, workload);
  if (!door) return undefined;
  const annotations = door.type === 'Ingress' ? door.body.peek('metadata', 'annotations') : undefined;
  const acm = textAt(annotations, 'alb.ingress.kubernetes.io/certificate-arn');
  const manager =
    textAt(annotations, 'cert-manager.io/cluster-issuer') || textAt(annotations, 'cert-manager.io/issuer');
  const certificate = acm ? 'acm' : manager ? 'cert-manager' : undefined;
  return { address: door.address, ...(certificate ? { certificate } : {}) };
}

/** Whether something in the repository alerts on a certificate that is about to end. */
export function warnsOfExpiry(graph: Graph, own: ReadonlySet<Resource>): boolean {
  const expiry = /certmanager_certificate_expiration|probe_ssl_earliest_cert_expiry|DaysToExpiry/;
  return [
    ...graph.ofType('PrometheusRule.monitoring.coreos.com'),
    ...graph.ofType('aws_cloudwatch_metric_alarm'),
  ].some((one) => own.has(one) && expiry.test(one.body.file.text.slice(one.body.start, one.body.end)));
}
