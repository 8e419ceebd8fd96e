import { describeJudgements } from '../../../tests/support/judgement-of.ts';
import { checks } from '../generated/contracts.ts';

const manifests = (...objects: readonly string[]) => ({ 'manifests.yaml': objects.join('---\n') });
const budget = (field: string) => `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: api }
spec:
  ${field}
  selector: { matchLabels: { app: api } }
`;
const statefulSet = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db, tier: data } }
    spec: { containers: [{ name: db, image: "postgres:17.5" }] }
`;
const service = (selector: string) => `apiVersion: v1
kind: Service
metadata: { name: db }
spec:
  clusterIP: None
  ${selector}
  ports: [{ port: 5432 }]
`;

describeJudgements(checks, 'contracts', {
  'budget-forbids-eviction': [
    ['minds more than all', manifests(budget('minAvailable: 150%')), ['high PodDisruptionBudget/api']],
    ['minds less than none', manifests(budget('maxUnavailable: -1')), ['high PodDisruptionBudget/api']],
    ['lets a part be', manifests(budget('minAvailable: 10%'), budget('maxUnavailable: 100%')), []],
  ],
  'stateful-set-service-missing': [
    [
      'minds a Service of other pods',
      manifests(statefulSet, service('selector: { app: dc }')),
      ['medium StatefulSet/db'],
    ],
    ['is content with one label of two', manifests(statefulSet, service('selector: { app: db }')), []],
    [
      'lets a Service without a selector be, whose addresses others fill in',
      manifests(statefulSet, service('')),
      [],
    ],
  ],
});
