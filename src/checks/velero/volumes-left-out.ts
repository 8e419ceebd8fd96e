import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'velero/volumes-left-out',
  title: 'Backups without the data',
  dimension: 'disaster-recovery',
  severity: 'medium',
  why: 'Without snapshots and without a copy of the files a backup holds manifests alone, which Git has already. What cannot be made again is what stands on the volumes.',
  controls: ['soc2:A1.2'],
  sources: ['https://velero.io/docs/main/file-system-backup/'],
  visits: resources('Schedule.velero.io'),
  judge({ resource, node }) {
    const at = node.get('spec', 'template', 'snapshotVolumes');
    if (at?.flag() !== false) return;
    if (
      node.flag('spec', 'template', 'defaultVolumesToFsBackup') === true ||
      node.flag('spec', 'template', 'snapshotMoveData') === true
    )
      return;
    return {
      message: `${resource.address} backs up manifests and no volume: take snapshots, or copy the files (defaultVolumesToFsBackup: true).`,
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
    snapshotVolumes: false
`,
    good: `apiVersion: velero.io/v1
kind: Schedule
metadata:
  name: nightly
  namespace: velero
spec:
  schedule: '0 2 * * *'
  template:
    snapshotVolumes: false
    defaultVolumesToFsBackup: true
`,
  },
});
