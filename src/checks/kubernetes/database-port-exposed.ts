import { isInternal } from '../../graph/kubernetes/load-balancers.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Ports that databases are reached at by default. */
const databases: Readonly<Record<string, string>> = {
  1433: 'SQL Server',
  1521: 'Oracle Database',
  2379: 'etcd',
  3306: 'MySQL',
  5432: 'PostgreSQL',
  5984: 'CouchDB',
  6379: 'Redis',
  7687: 'Neo4j',
  8086: 'InfluxDB',
  9042: 'Cassandra',
  9200: 'Elasticsearch',
  11211: 'Memcached',
  26257: 'CockroachDB',
  27017: 'MongoDB',
};

export default check({
  id: 'kubernetes/database-port-exposed',
  title: 'Database open to the outside',
  dimension: 'security',
  severity: 'high',
  why: 'A Service of type LoadBalancer gets a public address unless it says otherwise. A database behind one is found by scanners within hours, and its password is then all that protects it.',
  controls: ['pci-dss:1.4.4', 'soc2:CC6.6'],
  sources: ['https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer'],
  visits: resources('Service'),
  judge({ resource, node }) {
    const type = node.get('spec', 'type');
    const kind = type?.text();
    if (!type || (kind !== 'LoadBalancer' && kind !== 'NodePort') || isInternal(node)) return;
    const ranges = node.list('spec', 'loadBalancerSourceRanges').map((range) => range.text());
    if (ranges.length > 0 && !ranges.includes('0.0.0.0/0')) return;
    const found = node.list('spec', 'ports').flatMap((port) => {
      const database = databases[port.text('targetPort') ?? ''] ?? databases[port.text('port') ?? ''];
      return database ? [database] : [];
    });
    if (found.length === 0) return;
    const where = kind === 'LoadBalancer' ? 'to the internet' : 'on the address of every node';
    return {
      message: `${resource.address} opens ${found[0]} ${where}: make it a ClusterIP, or an internal load balancer with loadBalancerSourceRanges.`,
      at: type,
      ...(kind === 'NodePort' && { severity: 'medium' }),
    };
  },
  examples: {
    bad: `apiVersion: v1
kind: Service
metadata:
  name: postgres
spec:
  type: LoadBalancer
  selector: { app: postgres }
  ports: [{ port: 5432 }]
`,
    good: `apiVersion: v1
kind: Service
metadata:
  name: postgres
spec:
  type: LoadBalancer
  loadBalancerSourceRanges: [198.51.100.0/24]
  selector: { app: postgres }
  ports: [{ port: 5432 }]
`,
  },
});
