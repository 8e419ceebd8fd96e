import { firstOf, metric } from './ground.ts';
import type { Runbook } from './runbook.ts';

export const copyBehind: Runbook = {
  name: 'copy-behind',
  title: 'Copy is behind',
  users:
    'Nothing now. If the copy has to take over while it is behind, what it lacks is lost: people miss what they did last.',
  look: (ground) => [
    ...(firstOf(ground, 'postgres', 'mysql')
      ? [
          {
            what: 'How far behind is the copy of the database, and since when? It is in the recovery region.',
            command: `export AWS_REGION=${ground.environment.recovery?.region ?? ground.environment.region}\n${metric('AWS/RDS', 'ReplicaLag', 'Maximum', 'Name=DBInstanceIdentifier,Value="$DB"')}\naws rds describe-db-instances --db-instance-identifier "$DB" --query 'DBInstances[0].StatusInfos'`,
          },
        ]
      : []),
    ...(firstOf(ground, 'redis')
      ? [
          {
            what: 'How far behind is the node of the cache?',
            command: metric(
              'AWS/ElastiCache',
              'ReplicationLag',
              'Maximum',
              'Name=CacheClusterId,Value="$NODE"',
            ),
          },
        ]
      : []),
    { what: 'What was written when it began? Hold it against the rate of writes of the primary.' },
  ],
  causes: [
    ['More is written than the copy can follow', 'the lag grows with the writes, and shrinks at night'],
    ['A long statement on the copy', 'a report reads from it, and what follows has to wait'],
    ['The copy stopped', 'its state says `error` or `terminated`, and the lag only grows'],
    ['The copy is smaller than the primary', 'its processors or its storage are at their most'],
  ],
  mitigate: () => [
    'A long statement: end it.',
    'A bulk load: let it pause, until the copy has followed.',
    'It stopped: make it anew by the Terraform root that holds it. Until it follows again a loss of the region costs everything since the last copied backup: say so to the owner of the data.',
  ],
  after: ['Was more at risk than the blueprint allows, and for how long? It belongs into the record.'],
};

export const datastoreFailover: Runbook = {
  name: 'datastore-failover',
  title: 'Datastore failed over',
  users:
    'Requests that were under way failed, for a minute or two. It goes on where clients connect again by themselves.',
  look: (ground) => [
    ...(firstOf(ground, 'postgres', 'mysql')
      ? [
          {
            what: 'What does RDS say about it, and is the standby back?',
            command:
              'aws rds describe-events --source-type db-instance --source-identifier "$DB" --duration 180 --query "Events[].[Date,Message]" --output text\naws rds describe-db-instances --db-instance-identifier "$DB" --query \'DBInstances[0].{state:DBInstanceStatus,zone:AvailabilityZone,standby:SecondaryAvailabilityZone}\'',
          },
        ]
      : []),
    ...(firstOf(ground, 'redis')
      ? [
          {
            what: 'Which node of the cache is the primary now, and are all of them there?',
            command:
              "aws elasticache describe-replication-groups --replication-group-id \"$CACHE\" --query 'ReplicationGroups[0].NodeGroups[].NodeGroupMembers[].[CacheClusterId,CurrentRole,PreferredAvailabilityZone]' --output text\naws elasticache describe-events --duration 180 --query 'Events[].[Date,SourceIdentifier,Message]' --output text",
          },
        ]
      : []),
    {
      what: 'Do those that use it work again? Look at their error rate: one that still fails holds on to old connections.',
    },
  ],
  causes: [
    ['A machine or zone of AWS failed', 'the health dashboard of AWS says so, or nothing else happened'],
    ['Maintenance', 'it was in the window: Sunday night'],
    ['A change of size or engine', 'somebody applied it'],
    ['It ran out of memory', 'memory fell until then: see `database-memory-low`'],
  ],
  mitigate: () => [
    'A user of it still fails: restart it, one replica at a time.',
    'Without a standby in another zone it comes back on the same storage, in some minutes: do nothing else to it meanwhile.',
  ],
  after: [
    'Who noticed, and for how long? A client that does not connect again by itself has a fault.',
    'Is there a standby again? Until then another failure is an outage.',
  ],
};
