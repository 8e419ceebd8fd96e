import { createHash } from 'node:crypto';
import { addonNamespaces } from '../../../addon-namespaces.ts';
import type { HostedCache } from '../../../hosted.ts';
import { why, type YamlMap } from '../../../yaml/yaml.ts';
import { labelsOf } from '../labels.ts';

/** What Sentinel calls the one that takes writes. */
const primary = 'primary';
export const sentinelPort = 26_379;
export const proxyMetricsPort = 8404;

/** The name of each pod in the cluster is its own below this one. */
export function nodesDomainOf({ name }: HostedCache): string {
  return `${name}-nodes.${addonNamespaces.data}.svc.cluster.local`;
}

export function settingsNameOf({ name }: HostedCache): string {
  return `${name}-settings`;
}

/** Files that the pods of a cache are started with. */
export function settingsOf(one: HostedCache): YamlMap {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: settingsNameOf(one), namespace: addonNamespaces.data, labels: labelsOf(one) },
    data: why(filesOf(one), 'Pods carry a hash of it, so that a change replaces them one by one.'),
  };
}

/** A hash that pods carry. */
export function settingsHashOf(one: HostedCache): string {
  return createHash('sha256')
    .update(JSON.stringify(filesOf(one)))
    .digest('hex')
    .slice(0, 16);
}

function filesOf(one: HostedCache): Record<string, string> {
  return {
    'valkey.conf': valkeyConf(one),
    'find-primary.sh': findPrimary(one),
    'start-valkey.sh': startValkey,
    'start-sentinel.sh': startSentinel(one),
    'leave.sh': leave,
    'haproxy.cfg': haproxyCfg(one),
  };
}

function valkeyConf({ memoryMi, port, nodes }: HostedCache): string {
  return `port ${port}
dir /data
# What was written last may be lost by a second.
appendonly yes
appendfsync everysec
save ""
# The rest is for copies to replicas, and for writing the file anew.
maxmemory ${Math.floor(memoryMi * 0.65)}mb
maxmemory-policy volatile-lru
tcp-keepalive 60
${
  nodes > 1
    ? `# A primary that nobody follows any more may have been replaced: it takes no writes.
min-replicas-to-write 1
min-replicas-max-lag 10
`
    : ''
}`;
}

/** Prints the primary that other pods know of; where none does, the first pod is it. */
function findPrimary(one: HostedCache): string {
  const domain = nodesDomainOf(one);
  return `#!/bin/sh
for pod in ${podsOf(one).join(' ')}; do
  [ "$pod" = "$HOSTNAME" ] && continue
  found=$(timeout 3 valkey-cli -h "$pod.${domain}" -p ${sentinelPort} sentinel get-master-addr-by-name ${primary} 2>/dev/null | head -n 1)
  case "$found" in
    *.${domain}) echo "$found"; exit 0 ;;
  esac
done
echo "${podsOf(one)[0]}.${domain}"
`;
}

const startValkey = `#!/bin/sh
set -eu
self="$HOSTNAME.$DOMAIN"
primary=$(sh /settings/find-primary.sh)
umask 077
{
  cat /settings/valkey.conf
  echo "requirepass $VALKEYCLI_AUTH"
  echo "masterauth $VALKEYCLI_AUTH"
  echo "replica-announce-ip $self"
  [ "$primary" = "$self" ] || echo "replicaof $primary 6379"
} > /run/valkey/valkey.conf
exec valkey-server /run/valkey/valkey.conf
`;

function startSentinel({ nodes }: HostedCache): string {
  return `#!/bin/sh
set -eu
self="$HOSTNAME.$DOMAIN"
primary=$(sh /settings/find-primary.sh)
# A name that leads nowhere yet would end it.
until getent hosts "$primary" > /dev/null && getent hosts "$self" > /dev/null; do sleep 1; done
umask 077
cat > /run/valkey/sentinel.conf <<CONF
port ${sentinelPort}
dir /run/valkey
requirepass $VALKEYCLI_AUTH
sentinel resolve-hostnames yes
sentinel announce-hostnames yes
sentinel announce-ip $self
sentinel announce-port ${sentinelPort}
sentinel myid $(printf %s "$self" | sha1sum | cut -c 1-40)
sentinel monitor ${primary} $primary 6379 ${Math.floor(nodes / 2) + 1}
sentinel auth-pass ${primary} $VALKEYCLI_AUTH
sentinel down-after-milliseconds ${primary} 5000
sentinel failover-timeout ${primary} 10000
sentinel parallel-syncs ${primary} 1
CONF
exec valkey-sentinel /run/valkey/sentinel.conf
`;
}

/** Before it ends, a primary hands over: clients then wait for a moment, and not until it is missed. */
const leave = `#!/bin/sh
valkey-cli info replication | grep -q '^role:master' || exit 0
valkey-cli -p ${sentinelPort} sentinel failover ${primary} || exit 0
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
  sleep 1
  valkey-cli -p ${sentinelPort} sentinel get-master-addr-by-name ${primary} | grep -q "^$HOSTNAME[.]" || exit 0
done
`;

/** Whoever connects comes to the primary: its servers are asked each second whether they are it. */
function haproxyCfg(one: HostedCache): string {
  const servers = podsOf(one).map((pod) => `  server ${pod} ${pod}.${nodesDomainOf(one)}:${one.port}`);
  return `global
  log stdout format raw local0 notice
  maxconn 4000

defaults
  log global
  mode tcp
  timeout connect 3s
  timeout check 2s
  timeout client 1h
  timeout server 1h
  timeout tunnel 24h

resolvers cluster
  parse-resolv-conf
  hold valid 5s

frontend clients
  bind :${one.port}
  default_backend primary

backend primary
  option tcp-check
  tcp-check connect
  tcp-check send "AUTH \${VALKEYCLI_AUTH}\\r\\n"
  tcp-check expect string +OK
  tcp-check send "info replication\\r\\n"
  tcp-check expect string role:master
  tcp-check send "QUIT\\r\\n"
  tcp-check expect string +OK
  default-server check inter 1s fall 2 rise 1 on-marked-down shutdown-sessions init-addr none resolvers cluster resolve-prefer ipv4
${servers.join('\n')}

frontend metrics
  mode http
  bind :${proxyMetricsPort}
  timeout client 10s
  monitor-uri /ready
  http-request use-service prometheus-exporter if { path /metrics }
`;
}

function podsOf({ name, nodes }: HostedCache): string[] {
  return Array.from({ length: nodes }, (_, at) => `${name}-${at}`);
}
