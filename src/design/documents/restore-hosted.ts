import { addonNamespaces } from '../addon-namespaces.ts';
import type { Environment } from '../environment.ts';
import { folderOfDatastore } from '../gitops/platform-folders.ts';
import { type HostedCache, type HostedDatabase, hostedLabel, hostedUser, loginSecretOf } from '../hosted.ts';
import type { About } from './about.ts';
import { deliveryOf } from './delivery-paused.ts';
import { shell, steps } from './markdown.ts';
import { start, startAgain, stop } from './stop-and-start.ts';

const { data } = addonNamespaces;

/** Restores a PostgreSQL of the cluster beside the broken one, and leads services to it. */
export function hostedDatabase(about: About, environment: Environment, one: HostedDatabase): string {
  const { name } = one;
  const folder = `kubernetes/_data/${name}`;
  const restored = `${name}-restored`;
  return steps([
    stop(about, environment, one.usedBy),
    `Restore beside it, from its archive; nothing is overwritten, and the new one keeps a log of its own there. It has the account, the login and the network policy of the old one.\n\n${shell(
      "AT='2026-01-31 09:30:00+00' # just before the damage",
      `kubectl kustomize ${folder}/overlays/${environment.name} | kubectl create --dry-run=client -o json -f - |`,
      `  jq --arg at "$AT" '(.items? // [.])[] | select(.kind == "Cluster")`,
      `    | .metadata.name = "${restored}"`,
      `    | .spec.topologySpreadConstraints[0].labelSelector.matchLabels = {"cnpg.io/cluster": "${restored}"}`,
      `    | .spec.bootstrap = {recovery: {source: "archive", database: "${one.databaseName}", owner: "${hostedUser}", secret: {name: "${loginSecretOf(one)}"}, recoveryTarget: {targetTime: $at}}}`,
      `    | .spec.externalClusters = [{name: "archive", plugin: {name: "barman-cloud.cloudnative-pg.io", parameters: {barmanObjectName: "${name}", serverName: "${name}"}}}]`,
      `    | .spec.plugins[0].parameters.serverName = "${restored}"' > ${restored}.json`,
      `kubectl apply -f ${restored}.json`,
      `kubectl wait --for=condition=Ready clusters.postgresql.cnpg.io/${restored} -n ${data} --timeout=4h`,
    )}`,
    `Look into it before anybody depends on it: the newest rows, their number, what was lost.\n\n${shell(
      `kubectl exec -it -n ${data} "$(kubectl get pods -n ${data} -l cnpg.io/cluster=${restored},cnpg.io/instanceRole=primary -o name)" -c postgres -- psql ${one.databaseName}`,
    )}`,
    `Lead services to it: in \`${folder}/base\`, put \`${restored}.json\` beside \`cluster.yaml\` and name it in the kustomization; in \`service.yaml\`, let the selector ask for \`cnpg.io/cluster: ${restored}\`; in \`archive.yaml\`, add a ScheduledBackup of \`${restored}\` (that of \`${name}\` cannot change its cluster). Merge it, and sync. Clients keep their address and password, and later runs of \`plinth design\` keep the change.`,
    ...startAgain(about, environment, one.usedBy),
    'Keep the broken one until somebody has understood what happened; then take its Cluster out of the folder, and remove its volumes by hand.',
  ]);
}

/** Gives a cache the volume of a snapshot. */
export function hostedCache(about: About, environment: Environment, one: HostedCache): string {
  const { name } = one;
  const { pause, resume } = deliveryOf(about, environment, { folder: folderOfDatastore(one) });
  return steps([
    'Ask first whether it has to be restored: what only buffers fills again by itself.',
    stop(about, environment, one.usedBy),
    `End it, and take its claims away; in production the volumes stay.\n\n${shell(
      ...pause,
      `kubectl scale statefulset ${name} -n ${data} --replicas=0`,
      `kubectl delete pvc -n ${data} -l ${hostedLabel}=${name}`,
    )}`,
    `Bring the claims back from a snapshot, and start it again. The first pod is the primary, and the others follow it.\n\n${shell(
      `velero backup get --selector velero.io/schedule-name=cache-${name}`,
      'BACKUP=… # of that list',
      `velero restore create --from-backup "$BACKUP" --exclude-resources pods --selector ${hostedLabel}=${name} --wait`,
      `kubectl scale statefulset ${name} -n ${data} --replicas=${one.nodes}`,
      ...resume,
    )}`,
    `Look into it, and start what was stopped.\n\n${shell(
      `kubectl exec -n ${data} ${name}-0 -c valkey -- valkey-cli info keyspace`,
    )}\n${start(about, environment, one.usedBy)}`,
  ]);
}
