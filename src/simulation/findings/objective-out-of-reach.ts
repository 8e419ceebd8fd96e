import { check } from '../../checks/check.ts';
import { promisedServices } from './subjects.ts';

const service = `apiVersion: pyrra.dev/v1alpha1
kind: ServiceLevelObjective
metadata: { name: api }
spec: { target: "99.9", window: 4w }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  replicas: 3
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec:
      containers:
        - name: api
          image: example.com/api:1.4.2
          env:
            - name: DATABASE_HOST
              value: orders-database.c1k7d0wzuy5h.eu-west-1.rds.amazonaws.com
`;

export default check({
  id: 'simulation/objective-out-of-reach',
  title: 'Availability objective that the parts cannot add up to',
  dimension: 'reliability',
  severity: 'high',
  why: 'What a service cannot do without fails apart from it, so their availabilities multiply. By what the providers promise, the product is below the objective: it will be missed even if everybody keeps his word. Make the weakest part redundant, do without it, or promise less.',
  controls: ['soc2:A1.1', 'soc2:A1.2'],
  sources: [
    'https://docs.aws.amazon.com/whitepapers/latest/availability-and-beyond-improving-resilience/availability.html',
  ],
  visits: promisedServices,
  judge({ bound }) {
    const { objective, reachable, percent, limit, minutes } = bound;
    if (!objective || reachable !== false) return undefined;
    return {
      message: `${bound.workload.address} promises ${objective.percent} % (${objective.by}), which allows ${Math.round(minutes.allowed!)} minutes a month; its parts together promise ${Number(percent.toFixed(3))} %, which may take ${Math.round(minutes.taken)}. ${limit ? `Most of it by ${limit.what} (${limit.percent} %).` : ''}`,
      key: bound.workload.address,
    };
  },
  examples: {
    bad: { 'main.tf': database(false), 'api.yaml': service },
    good: { 'main.tf': database(true), 'api.yaml': service },
  },
});

function database(standby: boolean): string {
  return `resource "aws_db_instance" "orders" {
  identifier     = "orders-database"
  engine         = "postgres"
  instance_class = "db.r6g.large"
  multi_az       = ${standby}
}
`;
}
