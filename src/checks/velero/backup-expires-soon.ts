import { secondsOf } from '../../graph/kubernetes/duration.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** In seconds. */
const week = 604_800;

export default check({
  id: 'velero/backup-expires-soon',
  title: 'Backups that are gone before anybody needs them',
  dimension: 'disaster-recovery',
  severity: 'medium',
  why: 'What was deleted or spoilt is often noticed weeks later, and ransom is asked for only once backups are useless. Keep daily backups for at least a month, unless something else keeps the data.',
  controls: ['soc2:A1.2', 'hipaa:164.308(a)(7)(ii)(A)'],
  sources: ['https://velero.io/docs/main/api-types/schedule/'],
  visits: resources('Schedule.velero.io'),
  judge({ resource, node }) {
    const at = node.get('spec', 'template', 'ttl');
    const seconds = secondsOf(at?.text() ?? '');
    if (!at || seconds === undefined || seconds >= week) return;
    return {
      message: `${resource.address} keeps its backups for ${at.text()}, and damage is often noticed later than that: keep them for a month (720h).`,
      at,
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
  template:
    ttl: 48h
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
