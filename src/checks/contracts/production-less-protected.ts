import { isProduction } from '../../graph/circumstances.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

/** Settings that keep data or service, and how much of it each value keeps. What is not set counts as the provider's default. */
const protections: Readonly<
  Record<
    string,
    { readonly worth: (value: Node | undefined, type: string) => number; readonly means: string }
  >
> = {
  deletion_protection: {
    // on by default on Google Cloud
    worth: (value, type) => (value || !type.startsWith('google_') ? ifTrue(value) : 1),
    means: 'nothing stops a wrong apply from deleting it',
  },
  enable_deletion_protection: { worth: ifTrue, means: 'nothing stops a wrong apply from deleting it' },
  backup_retention_period: { worth: (value) => value?.amount() ?? 0, means: 'there is less to restore from' },
  multi_az: { worth: ifTrue, means: 'it is down for as long as its zone is' },
  storage_encrypted: { worth: ifTrue, means: 'its storage and snapshots lie in the clear' },
  skip_final_snapshot: { worth: ifFalse, means: 'its data is gone for good when it is deleted' },
  force_destroy: { worth: ifFalse, means: 'it is deleted together with what it holds' },
  geo_redundant_backup_enabled: { worth: ifTrue, means: 'its backups are lost together with its region' },
  backup_retention_days: { worth: (value) => value?.amount() ?? 7, means: 'there is less to restore from' },
  zone_redundant: { worth: ifTrue, means: 'it is down for as long as its zone is' },
  high_availability: { worth: (value) => (value ? 1 : 0), means: 'nothing takes over when it fails' },
  purge_protection_enabled: { worth: ifTrue, means: 'it can be erased for good' },
  account_replication_type: { worth: copiesOf, means: 'fewer places hold its data' },
  point_in_time_recovery: {
    worth: (value) => (value?.flag('enabled') === true ? 1 : 0),
    means: 'it cannot go back to the moment before a mistake',
  },
  'settings.availability_type': {
    worth: (value) => (value?.text() === 'REGIONAL' ? 1 : 0),
    means: 'it is down for as long as its zone is',
  },
  'settings.backup_configuration.enabled': { worth: ifTrue, means: 'there is nothing to restore from' },
  'versioning.enabled': { worth: ifTrue, means: 'what is overwritten by mistake is gone' },
};

const types = [
  'aws_db_instance',
  'aws_rds_cluster',
  'aws_s3_bucket',
  'aws_dynamodb_table',
  'aws_lb',
  'aws_elasticache_replication_group',
  'aws_docdb_cluster',
  'azurerm_postgresql_flexible_server',
  'azurerm_mysql_flexible_server',
  'azurerm_mssql_database',
  'azurerm_storage_account',
  'azurerm_key_vault',
  'google_sql_database_instance',
  'google_storage_bucket',
];

interface Twin extends Subject {
  readonly twins: readonly Resource[];
}

const productionTwins: Selector<Twin> = {
  of: 'resources of production that other environments also have',
  find: (graph) =>
    types.flatMap((type) =>
      graph.ofType(type).flatMap((resource) => {
        const twins = isProduction(resource) ? twinsOf(graph, resource) : [];
        return twins.length > 0 ? [{ resource, node: resource.body, twins }] : [];
      }),
    ),
};

export default check({
  id: 'contracts/production-less-protected',
  title: 'Production less protected than another environment',
  dimension: 'disaster-recovery',
  severity: 'high',
  why: 'What protects data was thought of, and set, but not where it counts: an environment whose loss would cost nothing keeps more than production does. It usually comes of a default that one variables file overrides.',
  controls: ['soc2:A1.2'],
  sources: ['https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/back-up-data.html'],
  visits: productionTwins,
  judge({ node, resource, twins }) {
    return Object.entries(protections).flatMap(([name, { worth, means }]) => {
      const path = name.split('.');
      const own = node.get(...path);
      const { type } = resource;
      const better = twins.find((twin) => worth(twin.body.get(...path), type) > worth(own, type));
      if (!better) return [];
      const theirs = better.body.get(...path)?.text() ?? 'set';
      return [
        {
          message: `${resource.address} has ${name} ${own?.text() ?? 'unset'} in ${resource.unit.environment} and ${theirs} in ${better.unit.environment}, so in production ${means}. Set it as in ${better.unit.environment}, or better.`,
          at: own ?? node,
          key: name,
        },
      ];
    });
  },
  examples: {
    bad: {
      'main.tf': `variable "retention" { type = number }

resource "aws_db_instance" "orders" {
  instance_class          = "db.t4g.medium"
  backup_retention_period = var.retention
}
`,
      'staging.tfvars': 'retention = 7\n',
      'prod.tfvars': 'retention = 1\n',
    },
    good: {
      'main.tf': `variable "retention" { type = number }

resource "aws_db_instance" "orders" {
  instance_class          = "db.t4g.medium"
  backup_retention_period = var.retention
}
`,
      'staging.tfvars': 'retention = 1\n',
      'prod.tfvars': 'retention = 14\n',
    },
  },
});

function ifTrue(value: Node | undefined): number {
  return value?.flag() === true ? 1 : 0;
}

function ifFalse(value: Node | undefined): number {
  return value?.flag() === true ? 0 : 1;
}

/** In how many places Azure Storage keeps the data: one building, three zones, two regions, or both. */
function copiesOf(value: Node | undefined): number {
  return ['LRS', 'ZRS', 'GRS', 'GZRS'].indexOf(value?.text()?.toUpperCase().replace(/^RA/, '') ?? '');
}

/** The same address in units of other environments. */
function twinsOf(graph: Graph, { address, unit }: Resource): readonly Resource[] {
  return graph
    .at(address)
    .filter((other) => other.unit.environment !== undefined && other.unit.environment !== unit.environment);
}
