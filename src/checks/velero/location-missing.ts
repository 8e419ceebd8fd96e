import { resolveName } from '../../graph/kubernetes/names.ts';
import { holdsAny } from '../../graph/kubernetes/presence.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'velero/location-missing',
  title: 'Backups to a location that does not exist',
  dimension: 'disaster-recovery',
  severity: 'high',
  why: 'A backup whose storage location is missing fails each night, and says so only in its own status.',
  controls: ['soc2:A1.2'],
  sources: ['https://velero.io/docs/main/locations/'],
  visits: resources('Schedule.velero.io'),
  judge({ resource, node }, graph) {
    const at = node.get('spec', 'template', 'storageLocation');
    const name = at?.text();
    if (
      !at ||
      !name ||
      name.includes('${') ||
      !holdsAny(graph, resource, ['BackupStorageLocation.velero.io'])
    )
      return;
    if (resolveName(graph, resource, 'BackupStorageLocation.velero.io', name).length > 0) return;
    return {
      message: `${resource.address} writes to location ${name}, which nothing in the repository declares: correct the name, or declare it.`,
      at,
    };
  },
  examples: {
    bad: `apiVersion: velero.io/v1
kind: BackupStorageLocation
metadata:
  name: default
  namespace: velero
spec:
  provider: aws
  objectStorage: { bucket: shop-backups }
  config: { region: eu-west-1 }
---
apiVersion: velero.io/v1
kind: Schedule
metadata:
  name: nightly
  namespace: velero
spec:
  schedule: '0 2 * * *'
  template:
    storageLocation: offsite
`,
    good: `apiVersion: velero.io/v1
kind: BackupStorageLocation
metadata:
  name: default
  namespace: velero
spec:
  provider: aws
  objectStorage: { bucket: shop-backups }
  config: { region: eu-west-1 }
---
apiVersion: velero.io/v1
kind: Schedule
metadata:
  name: nightly
  namespace: velero
spec:
  schedule: '0 2 * * *'
  template:
    storageLocation: default
`,
  },
});
