import { isNonProduction } from '../../graph/circumstances.ts';
import {
  databases,
  engineOf,
  flagNode,
  isCopy,
  isReplica,
  postgresMajor,
} from '../../graph/gcp/databases.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

/** Flags that tell afterwards who was there and what was slow, and what they have to be. Source: PostgreSQL documentation, Error Reporting and Logging. */
const wanted: Readonly<Record<string, (value: string) => boolean>> = {
  log_connections: isOn,
  log_disconnections: isOn,
  log_lock_waits: isOn,
  log_checkpoints: isOn,
  log_temp_files: (value) => value !== '-1',
};

export default check({
  id: 'gcp/sql-logs-missing',
  title: 'PostgreSQL that logs neither connections nor waits',
  dimension: 'observability',
  severity: 'low',
  why: 'When a database stalls or data is missing, these lines tell who was connected, who waited for whose lock, and which query spilled onto the disk. They are off by default and cost next to nothing.',
  sameAs: [
    'checkov:CKV_GCP_51',
    'checkov:CKV_GCP_52',
    'checkov:CKV_GCP_53',
    'checkov:CKV_GCP_54',
    'checkov:CKV_GCP_56',
    'regula:FG_R00424',
    'regula:FG_R00425',
    'regula:FG_R00426',
    'regula:FG_R00427',
    'regula:FG_R00429',
    'trivy:GCP-0014',
    'trivy:GCP-0016',
    'trivy:GCP-0020',
    'trivy:GCP-0022',
    'trivy:GCP-0025',
  ],
  controls: ['cis-gcp:6.2.2', 'cis-gcp:6.2.3', 'pci-dss:10.2.1', 'soc2:CC7.2'],
  sources: ['https://cloud.google.com/sql/docs/postgres/flags'],
  visits: databases,
  judge({ resource, node }) {
    if (engineOf(node) !== 'postgres' || isCopy(node) || isReplica(node)) return;
    const missing = Object.entries(wanted).filter(([name, fits]) => {
      const value = flagNode(node, name)?.text();
      // on by default since version 15
      if (value === undefined) return name !== 'log_checkpoints' || (postgresMajor(node) ?? 0) < 15;
      return !fits(value);
    });
    if (missing.length === 0) return;
    const names = missing.map(([name]) => name);
    return {
      message: `${resource.address} leaves ${names.join(', ')} off, so that a stall or a break-in cannot be followed up: set ${names.length === 1 ? 'the flag' : 'these flags'} in database_flags.`,
      at: writtenOff(node, names) ?? node.get('settings') ?? node,
      ...(isNonProduction(resource) && { severity: 'info' }),
    };
  },
  examples: {
    bad: database(['log_connections']),
    good: database([
      'log_connections',
      'log_disconnections',
      'log_lock_waits',
      'log_checkpoints',
      'log_temp_files',
    ]),
  },
});

function isOn(value: string): boolean {
  return /^(on|true|yes|1)$/i.test(value);
}

function writtenOff(node: Node, names: readonly string[]): Node | undefined {
  return names.map((name) => flagNode(node, name)).find((value) => value !== undefined);
}

function database(flags: readonly string[]): string {
  const blocks = flags.map(
    (name) =>
      `\n    database_flags {\n      name  = "${name}"\n      value = "${name === 'log_temp_files' ? '0' : 'on'}"\n    }\n`,
  );
  return `resource "google_sql_database_instance" "orders" {
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-8192"
${blocks.join('')}  }
}
`;
}
