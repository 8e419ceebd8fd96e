import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Authorities of RDS by the day on which their certificates ended. Source: RDS User Guide, Rotating your SSL/TLS certificate. */
const ended: Readonly<Record<string, string>> = {
  'rds-ca-2015': '2020-03-05',
  'rds-ca-2019': '2024-08-22',
};

export default check({
  id: 'aws/database-certificate-outdated',
  title: 'Database with a certificate that has ended',
  dimension: 'functionality',
  severity: 'high',
  why: 'A client that checks the certificate refuses one that has ended, and one that does not check is open to whoever stands between. AWS has put such instances on a newer authority; the code that still names the old one is refused, or takes it back.',
  sameAs: ['checkov:CKV_AWS_211', 'kics:terraform/aws/ca_certificate_identifier_is_outdated'],
  controls: ['pci-dss:4.2.1'],
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL-certificate-rotation.html',
  ],
  visits: resources(
    'aws_db_instance',
    'aws_rds_cluster_instance',
    'aws_docdb_cluster_instance',
    'aws_rds_certificate',
  ),
  judge({ resource, node }) {
    const authority = node.get(
      resource.type === 'aws_rds_certificate' ? 'certificate_identifier' : 'ca_cert_identifier',
    );
    const day = ended[authority?.text() ?? ''];
    if (!authority || !day) return;
    return {
      message: `${resource.address} names the authority ${authority.text()}, whose certificates ended on ${day}: set rds-ca-rsa2048-g1 once the clients know it, or leave it out.`,
      at: authority,
      fix: {
        safety: 'unsafe',
        summary: 'set the authority to rds-ca-rsa2048-g1 (clients need the new bundle; some engines restart)',
        edits: [{ op: 'replace', node: authority, value: 'rds-ca-rsa2048-g1' }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_db_instance" "orders" {\n  engine             = "postgres"\n  instance_class     = "db.t4g.medium"\n  storage_encrypted  = true\n  ca_cert_identifier = "rds-ca-2019"\n}\n',
    good: 'resource "aws_db_instance" "orders" {\n  engine             = "postgres"\n  instance_class     = "db.t4g.medium"\n  storage_encrypted  = true\n  ca_cert_identifier = "rds-ca-rsa2048-g1"\n}\n',
  },
});
