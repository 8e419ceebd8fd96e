import { check } from '../../checks/check.ts';
import { isNonProduction } from '../../graph/circumstances.ts';
import type { Outcome } from '../scenarios/outcome.ts';
import { triedWorkloads } from './subjects.ts';

export default check({
  id: 'simulation/workload-single-point',
  title: 'Workload that one node or zone takes down',
  dimension: 'reliability',
  severity: 'medium',
  why: 'The simulation lost every node and every zone in turn, moved pods as kube-scheduler would, and this workload had no pod left. Machines and zones fail and are replaced for upgrades, so it is a matter of time. Run pods in several places, kept apart by a topology spread or anti-affinity.',
  controls: ['soc2:A1.2'],
  sources: ['https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/'],
  visits: triedWorkloads,
  judge({ workload, simulated }) {
    const worst = (kind: string): Outcome | undefined =>
      simulated.scenarios
        .filter((one) => one.kind === kind)
        .flatMap(({ outcomes }) => outcomes)
        .find((one) => one.workload === workload && one.state === 'down');
    const zone = worst('zone');
    const outcome = zone && zone.restored === 0 ? zone : (worst('node') ?? zone);
    if (!outcome) return undefined;
    const callers = simulated.platform.dependencies.flatMap(({ from, to }) =>
      to.kind === 'workload' && to.workload === workload ? [from.name] : [],
    );
    const { seconds, until } = outcome.duration ?? {};
    const long = seconds ? `for up to ${Math.ceil(seconds[1] / 60)} minutes` : `until ${until}`;
    const hurt =
      callers.length > 0 ? `; ${callers.join(', ')} ${callers.length === 1 ? 'calls' : 'call'} it` : '';
    const advice = outcome.remedy ? ` Smallest change: ${outcome.remedy.what}.` : '';
    return {
      message: `When ${outcome === zone ? 'the zone' : workload.runs === 'pod' ? 'the node' : 'the machine'} is lost in which its ${workload.runs}s stand, ${outcome.why.slice(2).join(', and ') || 'none is left'}: it is down ${long}${hurt}.${advice}`,
      key: 'down',
      ...(isNonProduction(workload.resource) ? { severity: 'low' as const } : {}),
      ...(outcome.remedy?.fix ? { fix: outcome.remedy.fix } : {}),
    };
  },
  examples: {
    bad: { 'deployment.yaml': exampleOf(1) },
    good: { 'deployment.yaml': exampleOf(3) },
  },
});

function exampleOf(replicas: number): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec:
      topologySpreadConstraints:
        - topologyKey: topology.kubernetes.io/zone
          maxSkew: 1
          whenUnsatisfiable: DoNotSchedule
          labelSelector: { matchLabels: { app: api } }
      containers:
        - name: api
          image: example.com/api:1.4.2
          resources: { requests: { cpu: 100m, memory: 128Mi } }
          readinessProbe: { httpGet: { path: /ready, port: 8080 } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: api }
spec:
  maxUnavailable: 1
  selector: { matchLabels: { app: api } }
`;
}
