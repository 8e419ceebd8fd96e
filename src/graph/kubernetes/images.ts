import { type ImageReference, imageName, parseImageReference } from '../../syntax/image-reference.ts';
import type { Graph } from '../graph.ts';
import type { Selector } from '../selector.ts';
import { type Container, containers } from './pods.ts';

/** The image of a container; undefined where it has none, or a template that something else fills in. @throws Undecided */
export function imageOf({ node }: Container): ImageReference | undefined {
  const text = node.text('image')?.trim();
  // `auto` is what Istio's injector replaces
  // a chart without values names no repository
  if (!text || text === 'auto' || text.startsWith(':') || /[${}<>\s]|:\/\//.test(text)) return undefined;
  return parseImageReference(text);
}

/**
 * The images that Docker Hub serves under a bare name. Any other bare name can be pulled from nowhere: a build tool
 * (Skaffold, Tilt, ko, Kustomize) puts the real one in its place. Source: github.com/docker-library/official-images, library/.
 */
const official = new Set(
  `adminer aerospike almalinux alpine amazoncorretto amazonlinux arangodb archlinux bash bonita buildpack-deps busybox
  caddy cassandra chronograf clearlinux clefos clickhouse clojure composer consul couchbase couchdb crate dart debian docker
  drupal eclipse-mosquitto eclipse-temurin elasticsearch elixir emqx erlang fedora flink fluentd friendica gazebo gcc
  geonetwork ghost golang gradle groovy haproxy haskell haxe hello-world httpd hylang ibmjava influxdb irssi jenkins jetty
  joomla jruby julia kapacitor kibana kong krakend lightstreamer logstash mariadb matomo maven mediawiki memcached mongo
  mongo-express monica mono mysql nats neo4j neurodebian nextcloud nginx node notary odoo open-liberty openjdk oraclelinux
  orientdb percona perl photon php phpmyadmin plone postfixadmin postgres pypy python r-base rabbitmq rakudo-star redis
  redmine registry rethinkdb rocket.chat rockylinux ruby rust sapmachine satosa scratch silverpeas solr sonarqube
  spark spiped storm swift swipl teamspeak telegraf tomcat tomee traefik ubuntu unit varnish vault websphere-liberty
  wordpress xwiki yourls znc zookeeper`.split(/\s+/),
);

/** Whether an image's name stands for one that a build tool puts in its place. */
export function isStandIn({ repository, tag, digest }: ImageReference): boolean {
  return tag === undefined && digest === undefined && !repository.includes('/') && !official.has(repository);
}

/**
 * Servers that keep data, by the last part of their image's name. Redis and Memcached are not among them: they are
 * caches more often than not.
 */
const databases: Readonly<Record<string, string>> = {
  postgres: 'PostgreSQL',
  postgresql: 'PostgreSQL',
  postgis: 'PostgreSQL',
  timescaledb: 'TimescaleDB',
  pgvector: 'PostgreSQL',
  mysql: 'MySQL',
  'mysql-server': 'MySQL',
  mariadb: 'MariaDB',
  'mariadb-galera': 'MariaDB',
  percona: 'Percona Server',
  mongo: 'MongoDB',
  mongodb: 'MongoDB',
  'mongodb-community-server': 'MongoDB',
  cassandra: 'Cassandra',
  scylla: 'ScyllaDB',
  cockroach: 'CockroachDB',
  etcd: 'etcd',
  elasticsearch: 'Elasticsearch',
  opensearch: 'OpenSearch',
  couchdb: 'CouchDB',
  neo4j: 'Neo4j',
  influxdb: 'InfluxDB',
  'clickhouse-server': 'ClickHouse',
  clickhouse: 'ClickHouse',
  minio: 'MinIO',
  'mssql-server': 'SQL Server',
  server: 'SQL Server',
};

/** Which database a container runs, by its image. */
export function databaseOf(container: Container): string | undefined {
  const text = container.node.peek('image')?.content;
  if (typeof text !== 'string') return undefined;
  const image = parseImageReference(text);
  const name = imageName(image).toLowerCase();
  if (name === 'server' && !image.repository.endsWith('mssql/server')) return undefined;
  return databases[name];
}

/** Main containers that run a database. */
export const databaseContainers: Selector<Container> = {
  of: 'database containers',
  find: (graph: Graph) =>
    graph
      .select(containers)
      .filter((container) => container.role === 'main' && databaseOf(container) !== undefined),
};
