import { resources } from '../../graph/selector.ts';
import type { Severity } from '../../model/dimension.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

interface Endpoint {
  readonly path: readonly string[];
  /** what the setting has to be, and whether it is so where nothing is said */
  readonly wanted: string | boolean;
  readonly byDefault: boolean;
  readonly applies?: (body: Node) => boolean;
  readonly severity?: Severity;
}

/** Engines that DMS talks to over a connection of their own, which may be without TLS. Source: DMS User Guide, Using SSL. */
const connected =
  /^(aurora|aurora-postgresql|azuredb|azure-sql-managed-instance|babelfish|db2|db2-zos|docdb|mariadb|mongodb|mysql|oracle|postgres|sqlserver|sybase)(-serverless)?$/;

/** Source: Terraform AWS provider, the arguments of each resource. */
const endpoints: Readonly<Record<string, Endpoint>> = {
  aws_memorydb_cluster: { path: ['tls_enabled'], wanted: true, byDefault: true },
  aws_dax_cluster: { path: ['cluster_endpoint_encryption_type'], wanted: 'TLS', byDefault: false },
  aws_cloudsearch_domain: { path: ['endpoint_options', 'enforce_https'], wanted: true, byDefault: false },
  aws_dms_endpoint: {
    path: ['ssl_mode'],
    wanted: 'require',
    byDefault: false,
    applies: (body) =>
      connected.test(body.text('engine_name') ?? '') && (body.text('ssl_mode') ?? 'none') === 'none',
    severity: 'low',
  },
};

export default check({
  id: 'aws/data-endpoint-plain-transport',
  title: 'Door to data that speaks in the clear',
  dimension: 'security',
  severity: 'medium',
  why: 'What is read and written here, and often the password too, passes through the network as it is, and whoever gets into the VPC by one instance reads both. DAX and Database Migration speak TLS only where they are told to, FTP never does.',
  sameAs: [
    'checkov:CKV2_AWS_49',
    'checkov:CKV_AWS_202',
    'checkov:CKV_AWS_220',
    'checkov:CKV_AWS_239',
    'checkov:CKV_AWS_357',
    'kics:terraform/aws/dms_endpoint_no_ssl_configured',
  ],
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionInTransit.html',
    'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html',
    'https://docs.aws.amazon.com/transfer/latest/userguide/create-server-ftp.html',
  ],
  visits: resources(...Object.keys(endpoints), 'aws_transfer_server'),
  judge({ resource, node }) {
    if (resource.type === 'aws_transfer_server') {
      const plain = node.list('protocols').find((protocol) => protocol.text() === 'FTP');
      return (
        plain && {
          message: `${resource.address} takes files by FTP, with passwords and content in the clear: take SFTP or FTPS.`,
          at: plain,
        }
      );
    }
    const { path, wanted, byDefault, applies, severity } = endpoints[resource.type]!;
    if (applies && !applies(node)) return;
    const setting = node.get(...path);
    const isRight = typeof wanted === 'boolean' ? setting?.flag() === wanted : setting?.text() === wanted;
    if (setting ? isRight : byDefault) return;
    return {
      message: `${resource.address} takes connections without TLS: set ${path.join('.')} to ${wanted}, and let the clients use TLS.`,
      at: setting ?? node,
      ...(severity && { severity }),
      fix: {
        safety: 'unsafe',
        summary: `set ${path.join('.')} to ${wanted} (what cannot speak TLS is refused)`,
        edits: [{ op: 'set', in: node, path, value: wanted }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_dax_cluster" "carts" {\n  cluster_name       = "carts"\n  iam_role_arn       = "arn:aws:iam::123456789012:role/carts"\n  node_type          = "dax.t3.small"\n  replication_factor = 2\n}\n',
    good: 'resource "aws_dax_cluster" "carts" {\n  cluster_name                     = "carts"\n  iam_role_arn                     = "arn:aws:iam::123456789012:role/carts"\n  node_type                        = "dax.t3.small"\n  replication_factor               = 2\n  cluster_endpoint_encryption_type = "TLS"\n}\n',
  },
});
