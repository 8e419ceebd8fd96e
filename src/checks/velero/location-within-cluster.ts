import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'velero/location-within-cluster',
  title: 'Backups kept in the cluster that they are for',
  dimension: 'disaster-recovery',
  severity: 'high',
  why: 'A backup that lies in the same cluster goes down with it: with its disks, its storage class, or the person who deletes the wrong namespace. Keep it in another account and region.',
  controls: ['soc2:A1.2', 'hipaa:164.308(a)(7)(ii)(A)'],
  sources: ['https://velero.io/docs/main/locations/'],
  visits: resources('BackupStorageLocation.velero.io'),
  judge({ resource, node }) {
    const at = node.get('spec', 'config', 's3Url');
    if (!at || !/\.svc(?:\.|:|\/|$)/.test(at.text() ?? '')) return;
    return {
      message: `${resource.address} lies at ${at.text()}, within a cluster: if that is the one that is backed up, both are lost together. Use an object store elsewhere.`,
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
  config: { region: minio, s3Url: http://minio.velero.svc:9000 }
`,
    good: `apiVersion: velero.io/v1
kind: BackupStorageLocation
metadata:
  name: default
  namespace: velero
spec:
  provider: aws
  objectStorage: { bucket: shop-backups }
  config: { region: eu-west-1, s3Url: https://s3.eu-west-1.amazonaws.com }
`,
  },
});
