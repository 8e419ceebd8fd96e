import { addonNamespaces } from '../../addon-namespaces.ts';
import { firstOf, type Ground, hostedFirst, metric, rollBack } from './ground.ts';
import type { Runbook, Step } from './runbook.ts';

const instance = 'Name=DBInstanceIdentifier,Value="$DB"';

const { data } = addonNamespaces;
const psql = (query: string) =>
  `kubectl exec -n ${data} "$(kubectl get pods -n ${data} -l cnpg.io/cluster="$DATASTORE",cnpg.io/instanceRole=primary -o name)" -c postgres -- psql -c "${query}"`;
const valkey = (command: string) =>
  `kubectl exec -n ${data} "$DATASTORE-0" -c valkey -- valkey-cli ${command}`;

/** What to ask one that the cluster hosts itself, where there is one. */
function inCluster(ground: Ground, type: 'postgres' | 'redis', step: Step): Step[] {
  return hostedFirst(ground, type) ? [step] : [];
}

const sessions: Step = {
  what: 'In the cluster: whose are they, and what do they do?',
  command: psql(
    'select usename, client_addr, state, count(*) from pg_stat_activity group by 1, 2, 3 order by 4 desc limit 20',
  ),
};
const busiest: Step = {
  what: 'In the cluster: which statements take the time?',
  command: psql(
    'select round(total_exec_time) as ms, calls, left(query, 80) from pg_stat_statements order by 1 desc limit 10',
  ),
};
const slowest: Step = {
  what: 'A cache in the cluster: which commands are slow? `KEYS` and large ranges hold up all others.',
  command: valkey('slowlog get 10'),
};
const room: Step = {
  what: 'In the cluster: what takes the room, and how much of it never expires?',
  command: `${valkey('--bigkeys')}\n${valkey('info keyspace')}`,
};

const statements: Step = {
  what: 'Which statements take the time? Performance Insights has the last seven days.',
  command:
    'aws pi get-resource-metrics --service-type RDS --identifier "$(aws rds describe-db-instances --db-instance-identifier "$DB" --query "DBInstances[0].DbiResourceId" --output text)" \\\n  --start-time "$(date -u -d \'1 hour ago\' +%FT%TZ)" --end-time "$(date -u +%FT%TZ)" --period-in-seconds 300 \\\n  --metric-queries \'[{"Metric":"db.load.avg","GroupBy":{"Group":"db.sql","Limit":5}}]\'',
};

export const databaseStorageLow: Runbook = {
  name: 'database-storage-low',
  title: 'Database runs out of storage',
  users:
    'Nothing yet. When nothing is free the database stops taking writes, and everything that writes fails.',
  look: (ground) => [
    {
      what: 'How fast does it go, and may it grow by itself?',
      command: `aws rds describe-db-instances --db-instance-identifier "$DB" --query 'DBInstances[0].{allocated:AllocatedStorage,most:MaxAllocatedStorage,state:DBInstanceStatus}'\n${metric('AWS/RDS', 'FreeStorageSpace', 'Minimum', instance)}`,
    },
    ...(firstOf(ground, 'postgres')
      ? [
          {
            what: 'What takes it? Ask the database (PostgreSQL): tables, then slots of replication that keep its log.',
            command:
              'psql -c "select relname, pg_size_pretty(pg_total_relation_size(oid)) from pg_class where relkind = \'r\' order by pg_total_relation_size(oid) desc limit 10"\npsql -c "select slot_name, active, pg_size_pretty(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)) from pg_replication_slots"',
          },
        ]
      : []),
  ],
  causes: [
    ['It is at the most that it may grow to', 'allocated equals most'],
    ['It grew within the last six hours', 'RDS waits six hours between two growths'],
    ['A slot of replication that nobody reads', 'the log is larger than the tables'],
    ['A job that wrote too much', 'a step in free storage'],
  ],
  mitigate: () => [
    'Raise the most that it may grow to (`storage` and `growth` in `plinth.yaml`); the pipeline applies it without a pause.',
    'A slot that nobody reads: `select pg_drop_replication_slot(…)`, after asking its owner.',
    'Less than an hour left? Stop the job that writes.',
  ],
  after: ['Was the growth in `plinth.yaml` right? It decides how soon this comes back.'],
};

export const databaseConnectionsHigh: Runbook = {
  name: 'database-connections-high',
  title: 'Database has hardly any connections left',
  users: 'Nothing yet. Once all are taken, every new replica and every new request that needs one fails.',
  look: (ground) => [
    ...(firstOf(ground, 'postgres', 'mysql')
      ? [
          {
            what: 'How many, since when?',
            command: metric('AWS/RDS', 'DatabaseConnections', 'Maximum', instance),
          },
        ]
      : []),
    ...inCluster(ground, 'postgres', sessions),
    firstOf(ground, 'postgres') || hostedFirst(ground, 'postgres')
      ? {
          what: 'Whose are they, and what do they do?',
          command:
            'psql -c "select usename, client_addr, state, count(*), max(now() - state_change) from pg_stat_activity group by 1, 2, 3 order by 4 desc limit 20"',
        }
      : {
          what: 'Whose are they, and what do they do?',
          command:
            'mysql -e "select user, substring_index(host, \':\', 1) client, command, count(*), max(time) from information_schema.processlist group by 1, 2, 3 order by 4 desc limit 20"',
        },
  ],
  causes: [
    ['Pools that are too large', 'replicas times the size of the pool is near the limit'],
    ['Transactions left open', '`idle in transaction`, for minutes'],
    ['Slow statements', 'many active ones: see runbook `datastore-busy`'],
    ['A release runs old and new replicas at once', 'it began with the release, and ends with it'],
  ],
  mitigate: (ground) => [
    'Transactions left open: end those that are older than ten minutes (`pg_terminate_backend`), the oldest first.',
    'Pools: lower their size in the variables of the service. Replicas at their most, times the pool, have to fit.',
    rollBack(ground),
  ],
  after: [
    'Would a proxy between (RDS Proxy, PgBouncer) be worth it? It is once there are more replicas than connections can be given to.',
  ],
};

export const datastoreBusy: Runbook = {
  name: 'datastore-busy',
  title: 'Datastore is busy all the time',
  users: 'Everything that asks this datastore is slower than it was; at the busiest hour it times out.',
  look: (ground) => [
    ...(firstOf(ground, 'postgres', 'mysql')
      ? [
          statements,
          { what: 'Since when?', command: metric('AWS/RDS', 'CPUUtilization', 'Average', instance) },
        ]
      : []),
    ...inCluster(ground, 'postgres', busiest),
    ...inCluster(ground, 'redis', slowest),
    ...(firstOf(ground, 'redis')
      ? [
          {
            what: 'Is it a cache? Look at its commands; `KEYS` and large ranges hold up all others.',
            command:
              'redis-cli -h "$HOST" --tls slowlog get 10\nredis-cli -h "$HOST" --tls info commandstats | sort -t= -k3 -rn | head',
          },
        ]
      : []),
  ],
  causes: [
    ['A statement without an index', 'one statement has most of the load, and reads many rows for few'],
    ['A release', 'a statement that was not there yesterday'],
    ['A job at its hour', 'it begins and ends with the job'],
    ['It is simply too small', 'the load is spread over many good statements'],
  ],
  mitigate: (ground) => [
    rollBack(ground),
    'A statement: add the index (without locking: `create index concurrently`).',
    'A job: move it to another hour, or let it work in smaller parts.',
    'Too small: raise `size` of the datastore in `plinth.yaml`; with a standby the change takes a minute of lost connections.',
  ],
  after: ['Add the load of the database to what a release is judged by.'],
};

export const databaseMemoryLow: Runbook = {
  name: 'database-memory-low',
  title: 'Database has little memory left',
  users: 'Statements begin to use the disk, and get slower by a factor.',
  look: () => [
    { what: 'Since when?', command: metric('AWS/RDS', 'FreeableMemory', 'Minimum', instance) },
    statements,
  ],
  causes: [
    ['Many connections', 'memory fell as connections rose: see `database-connections-high`'],
    ['Large sorts and joins', 'a few statements, with temporary files'],
    ['It is too small for its data', 'what is read often no longer fits'],
  ],
  mitigate: (ground) => ['Raise `size` of the datastore in `plinth.yaml`.', rollBack(ground)],
  after: ['Compare the size of what is read in an hour with the memory of the instance.'],
};

export const cacheMemoryHigh: Runbook = {
  name: 'cache-memory-high',
  title: 'Cache nearly full',
  users:
    'Keys are thrown out before their time: people are signed out, or pages become slow because everything is asked for anew.',
  look: (ground) => [
    ...(firstOf(ground, 'redis')
      ? [
          {
            what: 'Are keys thrown out already?',
            command: metric('AWS/ElastiCache', 'Evictions', 'Sum', 'Name=CacheClusterId,Value="$CACHE-001"'),
          },
          {
            what: 'What takes the room, and how much of it never expires?',
            command: 'redis-cli -h "$HOST" --tls --bigkeys\nredis-cli -h "$HOST" --tls info keyspace',
          },
        ]
      : []),
    ...inCluster(ground, 'redis', room),
  ],
  causes: [
    ['Keys without an end', '`expires` is far below `keys`'],
    ['A new kind of key', 'it began with a release'],
    ['More users', 'memory follows the rate of requests'],
  ],
  mitigate: (ground) => [
    'Give keys an end in the service that writes them.',
    'Raise `size` of the datastore in `plinth.yaml`; the change is made without losing keys.',
    rollBack(ground),
  ],
  after: ['Does anybody rely on keys that may be thrown out? Then they belong into a database.'],
};

export const tableThrottled: Runbook = {
  name: 'table-throttled',
  title: 'Table turns requests away',
  users: 'Requests that read or write the table are tried again, and are slow, or fail.',
  look: () => [
    {
      what: 'Reads or writes, and since when?',
      command: [
        metric('AWS/DynamoDB', 'ReadThrottleEvents', 'Sum', 'Name=TableName,Value="$TABLE"'),
        metric('AWS/DynamoDB', 'WriteThrottleEvents', 'Sum', 'Name=TableName,Value="$TABLE"'),
      ].join('\n'),
    },
    {
      what: 'Is it one key? Contributor Insights names the keys that are asked for most, once it is on.',
      command:
        'aws dynamodb update-contributor-insights --table-name "$TABLE" --contributor-insights-action ENABLE',
    },
  ],
  causes: [
    ['One key that all ask for', 'the table is throttled although its load is small'],
    ['Load that doubled within minutes', 'an on-demand table takes twice its former peak at once, not more'],
    ['An index that is behind', 'writes are throttled, and only those that touch the index'],
  ],
  mitigate: (ground) => [
    'Load: wait; the table adapts within half an hour. Send batches more slowly meanwhile.',
    'One key: cache what is read, or spread what is written over several keys.',
    rollBack(ground),
  ],
  after: ['Turn Contributor Insights off again if it is not needed: it costs by the event.'],
};
