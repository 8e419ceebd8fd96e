import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'velero/schedule-paused',
  title: 'Backups that are paused',
  dimension: 'disaster-recovery',
  severity: 'high',
  why: 'A schedule that was paused for an upgrade and forgotten makes no backup, and nobody is told. It is found out on the day of the restore.',
  controls: ['soc2:A1.2'],
  sources: ['https://velero.io/docs/main/api-types/schedule/'],
  visits: resources('Schedule.velero.io'),
  judge({ resource, node }) {
    const at = node.get('spec', 'paused');
    if (at?.flag() !== true) return;
    return {
      message: `${resource.address} is paused, so nothing is backed up by it: take paused out, or the schedule.`,
      at,
      fix: { safety: 'unsafe', summary: 'let backups run again', edits: [{ op: 'remove', node: at }] },
    };
  },
  examples: {
    bad: `apiVersion: velero.io/v1
kind: Schedule
metadata:
  name: nightly
  namespace: velero
spec:
  schedule: '0 2 * * *'
  paused: true
  template:
    ttl: 720h
`,
    good: `apiVersion: velero.io/v1
kind: Schedule
metadata:
  name: nightly
  namespace: velero
spec:
  schedule: '0 2 * * *'
  template:
    ttl: 720h
`,
  },
});
