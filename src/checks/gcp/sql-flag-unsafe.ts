import { databases, engineOf } from '../../graph/gcp/databases.ts';
import type { Severity } from '../../model/dimension.ts';
import { check, type Fault } from '../check.ts';

interface Rule {
  /** what a flag must not be, where it is written */
  readonly bad: RegExp;
  readonly right: string;
  readonly because: string;
  readonly severity?: Severity;
}

/** Flags that open a database. Source: CIS Google Cloud Foundation Benchmark, section 6, and the manuals of the engines. */
const rules: Readonly<Record<'postgres' | 'mysql' | 'sqlserver', Readonly<Record<string, Rule>>>> = {
  postgres: {},
  mysql: {
    local_infile: {
      bad: /^on$/i,
      right: 'off',
      because: 'a statement may read files of the clients that send it',
    },
    skip_show_database: {
      bad: /^off$/i,
      right: 'on',
      because: 'every user sees the names of all databases',
      severity: 'low',
    },
  },
  sqlserver: {
    'cross db ownership chaining': {
      bad: /^on$/i,
      right: 'off',
      because: 'who owns one database reaches into the others',
    },
    'contained database authentication': {
      bad: /^on$/i,
      right: 'off',
      because: 'users are let in past the logins of the server',
    },
    'external scripts enabled': {
      bad: /^on$/i,
      right: 'off',
      because: 'a query may start programs on the server',
    },
    'user connections': {
      bad: /^[1-9]\d*$/,
      right: '0',
      because: 'everybody is locked out as soon as so many are connected, administrators too',
      severity: 'low',
    },
    'remote access': {
      bad: /^on$/i,
      right: 'off',
      because: 'procedures may be run from and on other servers',
      severity: 'low',
    },
  },
};

export default check({
  id: 'gcp/sql-flag-unsafe',
  title: 'Database flag that weakens the database',
  dimension: 'security',
  severity: 'medium',
  why: 'These flags switch on what was made for servers that trust their clients and each other. On a database in the cloud they let one user, one database or one statement reach further than its rights say.',
  sameAs: [
    'checkov:CKV_GCP_50',
    'checkov:CKV_GCP_58',
    'checkov:CKV_GCP_59',
    'kics:terraform/gcp/sql_database_instance_does_not_have_skip_show_database',
    'kics:terraform/gcp/sql_database_has_cross_db_ownership_chaining',
    'regula:FG_R00423',
    'regula:FG_R00431',
    'regula:FG_R00432',
    'trivy:GCP-0019',
    'trivy:GCP-0023',
    'trivy:GCP-0026',
  ],
  controls: [
    'cis-gcp:6.1.2',
    'cis-gcp:6.1.3',
    'cis-gcp:6.3.1',
    'cis-gcp:6.3.2',
    'cis-gcp:6.3.3',
    'cis-gcp:6.3.5',
    'cis-gcp:6.3.7',
    'cis-gcp:6.3.6',
    'soc2:CC6.1',
  ],
  sources: ['https://cloud.google.com/sql/docs/sqlserver/flags'],
  visits: databases,
  judge({ resource, node }): readonly Fault[] {
    const engine = engineOf(node);
    if (!engine) return [];
    return node.list('settings', 'database_flags').flatMap((flag) => {
      const name = flag.text('name') ?? '';
      const rule = rules[engine][name];
      const value = flag.get('value');
      if (!rule || !value || !rule.bad.test(value.text() ?? '')) return [];
      return [
        {
          message: `${resource.address} sets ${name} to ${value.text()}, so that ${rule.because}: set it to "${rule.right}".`,
          at: value,
          key: name,
          ...(rule.severity && { severity: rule.severity }),
          fix: {
            safety: 'unsafe' as const,
            summary: `set ${name} to ${rule.right} (what relied on it fails)`,
            edits: [{ op: 'replace' as const, node: value, value: rule.right }],
          },
        },
      ];
    });
  },
  examples: {
    bad: database('on'),
    good: database('off'),
  },
});

function database(value: string): string {
  return `resource "google_sql_database_instance" "orders" {
  database_version = "SQLSERVER_2022_STANDARD"

  settings {
    tier = "db-custom-2-8192"

    database_flags {
      name  = "cross db ownership chaining"
      value = "${value}"
    }
  }
}
`;
}
