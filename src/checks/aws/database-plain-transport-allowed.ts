import { itemsAt } from '../../graph/look.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Parameters that decide whether a database takes connections without TLS: name → value under which it does. */
const parameters: Readonly<Record<string, RegExp>> = {
  'rds.force_ssl': /^0$/,
  require_secure_transport: /^(0|off)$/i,
  require_ssl: /^(0|false)$/i,
  tls: /^disabled$/i,
};

/** Parameters of database parameter groups. */
const written: Selector<Subject> = {
  of: 'parameters of databases',
  find: (graph) =>
    [
      'aws_db_parameter_group',
      'aws_rds_cluster_parameter_group',
      'aws_docdb_cluster_parameter_group',
      'aws_redshift_parameter_group',
    ].flatMap((type) =>
      graph.ofType(type).flatMap((resource) => {
        return itemsAt(resource.body, 'parameter').map((node) => ({ resource, node }));
      }),
    ),
};

export default check({
  id: 'aws/database-plain-transport-allowed',
  title: 'Database that takes connections in the clear',
  dimension: 'security',
  severity: 'medium',
  why: 'With TLS turned off, or not asked for, a client that is set up carelessly sends its password and every row as they are, and nothing shows it. The database can refuse such connections; newer versions do unless they are told otherwise.',
  sameAs: ['checkov:CKV2_AWS_69', 'checkov:CKV_AWS_105', 'checkov:CKV_AWS_90'],
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7', 'hipaa:164.312(e)(1)'],
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html',
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html',
    'https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html',
  ],
  visits: written,
  judge({ resource, node }) {
    const name = node.text('name') ?? '';
    const value = node.get('value');
    if (!value || !parameters[name]?.test(value.text() ?? '')) return;
    return {
      message: `${resource.address} sets ${name} to ${value.text()}, so its databases take connections without TLS: turn it on, once every client uses TLS.`,
      at: value,
      key: name,
    };
  },
  examples: {
    bad: 'resource "aws_db_parameter_group" "orders" {\n  name   = "orders"\n  family = "postgres17"\n\n  parameter {\n    name  = "rds.force_ssl"\n    value = "0"\n  }\n}\n',
    good: 'resource "aws_db_parameter_group" "orders" {\n  name   = "orders"\n  family = "postgres17"\n\n  parameter {\n    name  = "rds.force_ssl"\n    value = "1"\n  }\n}\n',
  },
});
