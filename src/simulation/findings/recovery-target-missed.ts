import { check } from '../../checks/check.ts';
import { recoverableStores } from './subjects.ts';

const target = `simulation:
  recovery:
    orders: { rpo: 15m }
`;

export default check({
  id: 'simulation/recovery-target-missed',
  title: 'Recovery target that backups cannot meet',
  dimension: 'disaster-recovery',
  severity: 'high',
  why: 'What may be lost follows from how often something is kept, and how long it takes from the steps of a restore. Here they come to more than the target in the configuration allows. Keep copies more often, or agree on another target.',
  controls: ['soc2:A1.2', 'soc2:A1.3'],
  sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIT.html'],
  visits: recoverableStores,
  judge({ recovery }) {
    if (recovery.misses.length === 0) return undefined;
    return { message: `It ${recovery.misses.join('; and it ')}.`, key: 'target' };
  },
  examples: {
    bad: { 'plinth.config.yaml': target, 'main.tf': database(0) },
    good: { 'plinth.config.yaml': target, 'main.tf': database(14) },
  },
});

function database(days: number): string {
  return `resource "aws_db_instance" "orders" {
  identifier              = "orders-database"
  engine                  = "postgres"
  instance_class          = "db.r6g.large"
  backup_retention_period = ${days}
}
`;
}
