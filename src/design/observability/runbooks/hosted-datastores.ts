import { addonNamespaces } from '../../addon-namespaces.ts';
import { archiveReplicaOf, hostedIn, hostedLabel, isArchived } from '../../hosted.ts';
import { clusterName, hostedFirst } from './ground.ts';
import type { Runbook, Step } from './runbook.ts';

const { data } = addonNamespaces;
const pods = `kubectl get pods -n ${data} -l ${hostedLabel}="$DATASTORE" -o wide`;
const events = `kubectl get events -n ${data} --sort-by=.lastTimestamp | grep "$DATASTORE" | tail -20`;

/** Who is the primary of a database, in what state each instance is, and what it archived last. */
const cluster: Step = {
  what: 'A database: which instance is the primary, and what does the operator say?',
  command: `kubectl get clusters.postgresql.cnpg.io -n ${data} "$DATASTORE" -o jsonpath='{.status.phase}: {.status.phaseReason}{"\\n"}{.status.currentPrimary} of {.status.readyInstances} ready{"\\n"}'\nkubectl logs -n ${addonNamespaces.postgresOperator} deploy/cloudnative-pg --since=30m | grep "$DATASTORE" | tail -20`,
};

const sentinels: Step = {
  what: 'A cache: whom do its pods hold for the primary?',
  command: `for pod in 0 1 2; do kubectl exec -n ${data} "$DATASTORE-$pod" -c sentinel -- valkey-cli -p 26379 sentinel get-master-addr-by-name primary; done\nkubectl logs -n ${data} -l plinth.dev/datastore-proxy="$DATASTORE" --since=15m --tail=20`,
};

const first: Step = { what: 'Its pods, and what happened to them.', command: `${pods}\n${events}` };

export const datastoreHasNoPrimary: Runbook = {
  name: 'datastore-has-no-primary',
  title: 'Datastore takes no writes',
  users: 'Everything that writes to it fails now; what only reads may still work.',
  look: (ground) => [
    first,
    ...(hostedFirst(ground, 'postgres') ? [cluster] : []),
    ...(hostedFirst(ground, 'redis') ? [sentinels] : []),
  ],
  causes: [
    [
      'A node or zone is gone, and a new pod waits for its volume',
      'a pod is `Pending` or `ContainerCreating`',
    ],
    ['A volume is full', 'see runbook `datastore-volume-low`'],
    [
      'The operator is away',
      'no pod of `cloudnative-pg` is ready, or it may not reach the instances (port 8000)',
    ],
    ['Most pods of a cache are away', 'one is left, which takes no writes alone'],
  ],
  mitigate: (ground) => [
    ...(hostedFirst(ground, 'postgres')
      ? [
          `The operator does nothing: \`kubectl rollout restart deploy/cloudnative-pg -n ${addonNamespaces.postgresOperator}\`.`,
          `A standby is ready and is not promoted: \`kubectl cnpg promote -n ${data} "$DATASTORE" "$INSTANCE"\` (the plugin \`cnpg\` of kubectl).`,
          'All volumes are lost: restore it, as `docs/disaster-recovery.md` says.',
        ]
      : []),
    ...(hostedFirst(ground, 'redis')
      ? [
          `A pod of a cache cannot get its volume back, as its zone is gone: \`kubectl delete pvc -n ${data} "data-$DATASTORE-0" --wait=false && kubectl delete pod -n ${data} "$DATASTORE-0"\`; it comes up elsewhere, and copies what the others hold.`,
        ]
      : []),
    'Nodes are short: see runbook `pods-find-no-node`.',
  ],
  after: ['How long did it take until somebody was promoted? Two minutes are what the documents promise.'],
};

export const datastoreInstanceMissing: Runbook = {
  name: 'datastore-instance-missing',
  title: 'Datastore has fewer instances than it should',
  users: 'Nothing. With the next failure it may take no writes.',
  look: (ground) => [first, ...(hostedFirst(ground, 'postgres') ? [cluster] : [])],
  causes: [
    ['No node has room for it, or none in its zone', '`Pending`, and an event that says so'],
    ['Its volume is in a zone without nodes', 'the volume says which zone; a new one is made in another'],
    ['A standby cannot follow any more', 'its log says that a segment was removed: it has to be made anew'],
  ],
  mitigate: (ground) => [
    'No room: see runbook `pods-find-no-node`.',
    ...(hostedFirst(ground, 'postgres')
      ? [
          `A standby that cannot follow, or whose volume is lost: \`kubectl delete pvc,pod -n ${data} "$INSTANCE"\`; the operator makes another one from the primary. Never that of the primary.`,
        ]
      : []),
    ...(hostedFirst(ground, 'redis')
      ? [
          `A pod of a cache whose volume is lost: \`kubectl delete pvc -n ${data} "data-$POD" --wait=false && kubectl delete pod -n ${data} "$POD"\`.`,
        ]
      : []),
  ],
  after: ['In production volumes stay when their claims are deleted: remove those that nobody needs.'],
};

export const databaseReplicaLags: Runbook = {
  name: 'database-replica-lags',
  title: 'Standby is behind',
  users: 'What is read from a standby is old. If it has to be promoted now, the last writes may be missing.',
  look: () => [
    cluster,
    {
      what: 'How far is each behind, and what does it wait for?',
      command: `kubectl exec -n ${data} "$(kubectl get pods -n ${data} -l cnpg.io/cluster="$DATASTORE",cnpg.io/instanceRole=primary -o name)" -c postgres -- psql -c "select application_name, state, sync_state, write_lag, flush_lag, replay_lag from pg_stat_replication"`,
    },
  ],
  causes: [
    ['A job that writes much', 'all standbys are behind, since the job began'],
    ['A long statement on the standby', '`replay_lag` grows and `flush_lag` does not'],
    ['Its volume is slow', 'one is behind, with a `flush_lag`'],
    ['It is being made anew', 'its pod is young'],
  ],
  mitigate: () => [
    'A job: let it write in smaller parts.',
    'A statement on the standby: end it (`pg_terminate_backend`).',
    'Too small: raise `size` of the datastore in `plinth.yaml`.',
  ],
  after: ['Does anybody read from standbys who cannot bear old answers?'],
};

/** What a follower says of its reading, and what there is to read. */
export const databaseFollowsNothing: Runbook = {
  name: 'database-follows-nothing',
  title: 'Database of the standby follows nothing any more',
  users: 'Nothing. If the other region is lost now, more is lost with it than the blueprint allows.',
  where: ({ environment }) => environment.standby?.name ?? environment.name,
  look: ({ environment }) => [
    {
      what: 'What does the container say that reads the copies?',
      command: `kubectl logs -n ${data} "$(kubectl get pods -n ${data} -l cnpg.io/cluster="$DATASTORE",cnpg.io/instanceRole=primary -o name)" -c plugin-barman-cloud --since=30m | grep -i -E 'error|not found' | tail -20`,
    },
    {
      what: 'Does the log reach the copy? The newest segments, and when each came:',
      command: hostedIn(environment)
        .filter(isArchived)
        .map(
          (one) =>
            `aws s3api list-objects-v2 --bucket ${archiveReplicaOf(one, environment)} --prefix ${one.name}/wals/ --query 'sort_by(Contents,&LastModified)[-5:].[LastModified,Key]' --output table`,
        )
        .join('\n'),
    },
    cluster,
  ],
  causes: [
    ['Nothing is archived in the other region', 'it is told there: runbook `database-log-not-archived`'],
    ['S3 does not copy', 'the newest segment of the archive is not in the copy after a quarter of an hour'],
    ['It may not read', '`AccessDenied`: its role, or the key of the data'],
    ['A segment is missing', 'it asks for the same one again and again, and newer ones are there'],
    ['It takes writes', 'the operator says so: somebody promoted it, and it follows nobody for ever'],
  ],
  mitigate: () => [
    'S3 does not copy: look at the rule of replication of the bucket, and at its role; what was missed is copied by S3 Batch Replication.',
    'It may not: apply the Terraform root `standby`; it makes the role and its binding.',
    `A segment is missing, or it was promoted without need: have it made anew, as the last step of the way back in \`docs/disaster-recovery.md\` does. It begins from the newest backup.`,
  ],
  after: ['Since when was it so? For that long a lost region would have cost more than was agreed.'],
};

export const databaseLogNotArchived: Runbook = {
  name: 'database-log-not-archived',
  title: 'Log does not reach its archive',
  users:
    'Nothing yet. If the database is lost now, more is lost than the blueprint allows; and what waits fills the volume, until the database stops.',
  look: (ground) => [
    {
      what: 'What does the container say that takes it to S3?',
      command: `kubectl logs -n ${data} "$(kubectl get pods -n ${data} -l cnpg.io/cluster="$DATASTORE",cnpg.io/instanceRole=primary -o name)" -c plugin-barman-cloud --since=30m | grep -i error | tail -20`,
    },
    {
      what: 'Is its role there, and bound to its account?',
      command: `aws eks list-pod-identity-associations --cluster-name ${clusterName(ground)} --namespace ${data} --query 'associations[].[serviceAccount,associationArn]' --output table`,
    },
    {
      what: 'How much room is left?',
      command: `kubectl exec -n ${data} "$DATASTORE-1" -c postgres -- df -h /var/lib/postgresql/data`,
    },
  ],
  causes: [
    ['It may not', '`AccessDenied`: the role, its binding, or the key of the data'],
    ['It does not get there', 'a time-out: the network policy, or the endpoint of S3'],
    [
      'The archive is of another database',
      '`Expected empty archive`: the bucket holds the log of one of the same name',
    ],
  ],
  mitigate: () => [
    'It may not: apply the Terraform root of the data; it makes the role, its binding and the bucket.',
    'It does not get there: what was changed last in `kubernetes/_data`, or in the network?',
    'The volume is nearly full: make it larger first (runbook `datastore-volume-low`). Never delete files of `pg_wal`.',
  ],
  after: [
    'Make a backup by hand, so that a restore does not depend on the time without one: see `database-backup-too-old`.',
  ],
};

export const databaseBackupTooOld: Runbook = {
  name: 'database-backup-too-old',
  title: 'Last backup of a database too old',
  users: 'Nothing. A restore would take longer, as it reads the log since the last backup.',
  look: () => [
    {
      what: 'Which backups were there, and why did the last one fail?',
      command: `kubectl get backups.postgresql.cnpg.io -n ${data} --sort-by=.metadata.creationTimestamp\nkubectl get backups.postgresql.cnpg.io -n ${data} -o jsonpath='{range .items[?(@.status.phase=="failed")]}{.metadata.name}: {.status.error}{"\\n"}{end}'`,
    },
    {
      what: 'Is the schedule there, and is it not suspended?',
      command: `kubectl get scheduledbackups.postgresql.cnpg.io -n ${data}`,
    },
  ],
  causes: [
    ['It may not, or does not get there', 'the log does not either: see runbook `database-log-not-archived`'],
    ['The plugin is away', 'no pod of `plugin-barman-cloud` is ready; its certificates ran out'],
    ['It takes longer than a day', 'one is `running` since yesterday'],
  ],
  mitigate: () => [
    `Make one by hand: \`kubectl cnpg backup -n ${data} "$DATASTORE" --method=plugin --plugin-name=barman-cloud.cloudnative-pg.io\`.`,
    `The plugin: \`kubectl rollout restart deploy -n ${addonNamespaces.postgresOperator} -l app.kubernetes.io/name=plugin-barman-cloud\`.`,
  ],
  after: [
    'Restore the new one once, as `docs/disaster-recovery.md` says: one that was never restored is a hope.',
  ],
};

export const datastoreVolumeLow: Runbook = {
  name: 'datastore-volume-low',
  title: 'Volume of a datastore fills up',
  users: 'Nothing yet. When nothing is free, the instance on it stops; if it is the primary, so do writes.',
  look: (ground) => [
    {
      what: 'Which volume, and how fast does it go?',
      command: `kubectl get pvc -n ${data} | grep "$DATASTORE"`,
    },
    ...(hostedFirst(ground, 'postgres')
      ? [
          {
            what: 'A database: is it data, or a log that nobody took away?',
            command: `kubectl exec -n ${data} "$DATASTORE-1" -c postgres -- du -sh /var/lib/postgresql/data/pgdata/base /var/lib/postgresql/data/pgdata/pg_wal\nkubectl exec -n ${data} "$DATASTORE-1" -c postgres -- psql -c "select slot_name, active, pg_size_pretty(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)) from pg_replication_slots"`,
          },
        ]
      : []),
  ],
  causes: [
    ['Data grows', 'the tables are most of it'],
    ['The log is not archived', 'see runbook `database-log-not-archived`'],
    ['A standby is away, and its log is kept for it', 'a slot that is not active'],
    ['A cache writes its file anew', 'it falls again within minutes'],
  ],
  mitigate: (ground) => [
    'Raise `storage` of the datastore in `plinth.yaml`.',
    ...(hostedFirst(ground, 'postgres')
      ? ['A database: its volumes grow while it runs, once that is merged and synced.']
      : []),
    ...(hostedFirst(ground, 'redis')
      ? [
          `A cache: Kubernetes takes no larger volume in a StatefulSet. Patch each claim (\`kubectl patch pvc -n ${data} "data-$POD" --patch '{"spec":{"resources":{"requests":{"storage":"…Gi"}}}}'\`), then \`kubectl delete statefulset -n ${data} "$DATASTORE" --cascade=orphan\`, and sync.`,
        ]
      : []),
    'EBS takes six hours between two growths of a volume: make it large enough.',
  ],
  after: ['Was the growth in `plinth.yaml` right? Volumes are made for a year of it.'],
};
