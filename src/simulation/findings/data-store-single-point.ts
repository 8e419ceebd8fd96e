import { check } from '../../checks/check.ts';
import { isNonProduction } from '../../graph/circumstances.ts';
import { triedStores } from './subjects.ts';

export default check({
  id: 'simulation/data-store-single-point',
  title: 'Managed service whose zone takes its callers along',
  dimension: 'reliability',
  severity: 'medium',
  why: 'The simulation lost each zone, and this service stands in one of them without a standby elsewhere. Whoever calls it fails with it until the zone is back or a backup is restored. Give it a standby or replica in a second zone.',
  controls: ['soc2:A1.2'],
  sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html'],
  visits: triedStores,
  judge({ managed, simulated }) {
    if (managed.survivesZone !== false) return undefined;
    const callers = simulated.platform.dependencies.flatMap(({ from, to }) =>
      to.kind === 'managed' && to.managed === managed ? [from.address] : [],
    );
    return {
      message: `It is ${managed.as}: when its zone fails, ${[...new Set(callers)].join(' and ')} cannot do without it until the zone is back or a backup is restored.${managed.advice ? ` Smallest change: ${managed.advice}.` : ''}`,
      key: 'zone',
      ...(isNonProduction(managed.resource) ? { severity: 'low' as const } : {}),
      ...(managed.fix ? { fix: managed.fix } : {}),
    };
  },
  examples: {
    bad: { 'main.tf': database(false), 'deployment.yaml': caller() },
    good: { 'main.tf': database(true), 'deployment.yaml': caller() },
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

function caller(): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
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
}
