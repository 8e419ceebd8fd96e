import { isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/database-storage-fixed',
  title: 'Production database whose storage cannot grow',
  dimension: 'reliability',
  severity: 'low',
  why: 'When its storage is full a database stops taking writes, and growing it by hand takes a while in which nothing works. With a maximum set, RDS grows it by itself when it runs low. It is only told for production.',
  controls: ['soc2:A1.1'],
  sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html'],
  visits: resources('aws_db_instance'),
  judge({ resource, node }) {
    if (!isProduction(resource) || (node.text('engine') ?? '').startsWith('aurora')) return;
    const size = node.amount('allocated_storage');
    const most = node.get('max_allocated_storage');
    if (most && (size === undefined || most.amount()! > size)) return;
    return {
      message: `${resource.address} stops taking writes when its ${size === undefined ? 'storage is' : `${size} GiB are`} full: set max_allocated_storage to what it may grow to.`,
      at: most ?? node,
    };
  },
  examples: {
    bad: { 'prod/main.tf': database('') },
    good: { 'prod/main.tf': database('  max_allocated_storage = 500\n') },
  },
});

function database(inside: string): string {
  return `resource "aws_db_instance" "orders" {
  engine                = "postgres"
  instance_class        = "db.t4g.medium"
  storage_encrypted     = true
  multi_az              = true
  allocated_storage     = 100
${inside}}
`;
}
