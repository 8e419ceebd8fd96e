import type { Job, Service } from '../../workload.ts';
import { istioOf } from '../mesh/istio/workload.ts';
import { linkerdOf } from '../mesh/linkerd/workload.ts';
import { part } from '../parts.ts';
import type { Site } from '../site.ts';
import type { Part } from '../unit.ts';
import { accountOf } from './account.ts';
import { analysesOf } from './analysis.ts';
import { autoscalersOf } from './autoscaler.ts';
import { controllerOf } from './controller.ts';
import { controllerKindOf } from './controller-kind.ts';
import { cronJobOf } from './cron-job.ts';
import { disruptionBudgetOf } from './disruption-budget.ts';
import { ingressesOf } from './ingress.ts';
import { loadBalancersOf } from './load-balancer.ts';
import { monitorsOf } from './monitor.ts';
import { networkPolicyOf } from './network-policy.ts';
import { externalSecretsOf } from './secrets.ts';
import { servicesOf } from './services.ts';

/** All manifests of a service, file by file. */
export function serviceParts(service: Service, site: Site): Part[] {
  return [
    ...part('account', [accountOf(service)]),
    ...part(controllerKindOf(service).kind.toLowerCase(), [controllerOf(service, site)]),
    ...part('service', servicesOf(service, site)),
    ...part('availability', [...autoscalersOf(service, site), disruptionBudgetOf(service, site)]),
    ...part('analysis', analysesOf(service, site)),
    ...part('monitor', monitorsOf(service, site)),
    ...part('ingress', [...ingressesOf(service, site), ...loadBalancersOf(service, site)]),
    ...common(service, site),
  ];
}

/** All manifests of a job, file by file. */
export function jobParts(job: Job, site: Site): Part[] {
  return [
    ...part('account', [accountOf(job)]),
    ...part('cron-job', [cronJobOf(job, site)]),
    ...common(job, site),
  ];
}

function common(workload: Service | Job, site: Site): Part[] {
  const { mesh } = site.architecture.platform;
  const inMesh = { none: () => [], istio: istioOf, linkerd: linkerdOf }[mesh];
  return [
    ...part('network-policy', [networkPolicyOf(workload, site)], 'own'),
    ...part('secrets', externalSecretsOf(workload, site), 'own'),
    ...part('mesh', inMesh(workload, site)),
  ];
}
