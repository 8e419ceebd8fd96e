import { check } from '../../checks/check.ts';
import { recoverableStores } from './subjects.ts';

export default check({
  id: 'simulation/recovery-target-missed',
  title: 'Recovery target that backups cannot meet',
  dimension: 'disaster-recovery',
  severity: 'high',
  why: 'What may be lost follows from how often something is kept, and how long it takes from the steps of a restore. Here they come to more than the target in the configuration allows. Keep copies more often, or agree on another target.',
  sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIT.html'],
  visits: recoverableStores,
  judge({ recovery }) {
    if (recovery.misses.length === 0) return undefined;
    return { message: `It ${recovery.misses.join('; and it ')}.`, key: 'target' };
  },
  examples: { bad: { 'main.tf': '' }, good: { 'main.tf': '' } },
});
