/** Ports of services that are run for administration or keep data, and have no business with the internet. Source: IANA, and the default of each product. */
const innerServices: Readonly<Record<number, string>> = {
  21: 'FTP',
  23: 'Telnet',
  135: 'Windows RPC',
  137: 'NetBIOS',
  138: 'NetBIOS',
  139: 'NetBIOS',
  161: 'SNMP',
  389: 'LDAP',
  445: 'SMB',
  636: 'LDAPS',
  873: 'rsync',
  1433: 'SQL Server',
  1434: 'SQL Server',
  1521: 'Oracle',
  2049: 'NFS',
  2181: 'ZooKeeper',
  2375: 'the Docker API',
  2376: 'the Docker API',
  2379: 'etcd',
  2382: 'SQL Server Analysis Services',
  2383: 'SQL Server Analysis Services',
  2484: 'Oracle',
  3000: 'Grafana or a development server',
  3306: 'MySQL',
  4333: 'mSQL',
  4505: 'Salt',
  4506: 'Salt',
  5432: 'PostgreSQL',
  5439: 'Redshift',
  5500: 'VNC',
  5601: 'Kibana',
  5672: 'RabbitMQ',
  5900: 'VNC',
  5984: 'CouchDB',
  5985: 'WinRM',
  5986: 'WinRM',
  6379: 'Redis',
  6443: 'the Kubernetes API',
  7000: 'Cassandra',
  7001: 'Cassandra',
  7199: 'Cassandra',
  7474: 'Neo4j',
  8020: 'HDFS',
  8086: 'InfluxDB',
  8125: 'StatsD',
  8140: 'Puppet',
  8200: 'Vault',
  8500: 'Consul',
  9000: 'MinIO or Portainer',
  9042: 'Cassandra',
  9090: 'Prometheus',
  9092: 'Kafka',
  9160: 'Cassandra',
  9200: 'Elasticsearch',
  9300: 'Elasticsearch',
  10250: 'the kubelet',
  11211: 'memcached',
  11214: 'memcached',
  11215: 'memcached',
  15672: 'RabbitMQ',
  27017: 'MongoDB',
  27018: 'MongoDB',
  50000: 'Db2',
  61616: 'ActiveMQ',
  61620: 'Cassandra OpsCenter',
  61621: 'Cassandra OpsCenter',
};

/** Ports of services that are meant for everybody: web, mail, DNS, VPN. Source: IANA. */
const outerPorts: ReadonlySet<number> = new Set([
  25, 53, 80, 123, 443, 465, 500, 587, 853, 993, 995, 1194, 4500, 8443, 51820,
]);

/** A range of ports, both ends included. */
export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/** The services within a range that have no business with the internet, each by port and name. */
export function innerServicesIn({
  first,
  last,
}: PortRange): readonly (readonly [port: number, name: string])[] {
  return Object.entries(innerServices).flatMap(([written, name]) => {
    const port = Number(written);
    return first <= port && port <= last ? [[port, name] as const] : [];
  });
}

/** A few names of services in brackets, after the ports that they are at; empty where there are none. */
export function serviceNames(services: readonly (readonly [port: number, name: string])[]): string {
  const names = [...new Set(services.map(([, name]) => name))];
  return names.length > 0 ? ` (${names.slice(0, 3).join(', ')}${names.length > 3 ? ' and more' : ''})` : '';
}

/** Whether every port of a range is meant for everybody. */
export function isOuter({ first, last }: PortRange): boolean {
  for (let port = first; port <= last; port++) if (!outerPorts.has(port)) return false;
  return true;
}

/** Whether a range is wider than any one service, so that its ports were not meant one by one. */
export function isWide({ first, last }: PortRange): boolean {
  return last - first >= 100;
}

/** Whether a port lies in a range. */
export function holdsPort({ first, last }: PortRange, port: number): boolean {
  return first <= port && port <= last;
}
