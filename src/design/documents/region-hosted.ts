import { listed } from '../../report/wording.ts';
import { addonNamespaces } from '../addon-namespaces.ts';
import type { Environment } from '../environment.ts';
import { folderOfDatastore } from '../gitops/platform-folders.ts';
import {
  archiveOf,
  archiveReplicaOf,
  copyStoreOf,
  type HostedDatabase,
  hostedIn,
  hostedUser,
  isArchived,
} from '../hosted.ts';
import type { About } from './about.ts';
import { shell } from './markdown.ts';
import { awaited, clusterAccess } from './restore-common.ts';

const { data } = addonNamespaces;
const kind = 'clusters.postgresql.cnpg.io';

/** Databases of the cluster in the other region that begin from an archive there. */
function archivedIn(environment: Environment): HostedDatabase[] {
  return hostedIn(environment).filter(isArchived);
}

/**
 * What followed until now takes writes: before anything leads to it, and when a person says so. What kubectl sets under
 * its own name Flux takes back. Source: fluxcd.io, Frequently asked questions, Why are kubectl edits rolled back.
 */
export function hostedPromoted(main: Environment): string[] {
  const { standby, region } = main;
  const all = archivedIn(standby!).filter(({ follows }) => follows);
  if (all.length === 0) return [];
  const one = all.length === 1;
  return [
    `Let ${listed(all.map(({ name }) => name))} take writes there, which ${one ? 'has' : 'have'} followed the log of ${region} as it was copied. The first lines say until when ${one ? 'it has' : 'they have'} everything: what was written later is lost. It cannot be taken back: from then on ${one ? 'it follows' : 'they follow'} nobody. Nothing but this does it, and what delivers ${one ? 'it' : 'them'} from Git leaves the value alone.\n\n${shell(
      clusterAccess(standby!),
      ...all.flatMap(({ name }) => [
        asked(name, 'select pg_last_xact_replay_timestamp()'),
        `kubectl patch ${kind}/${name} -n ${data} --field-manager=recovery --type=merge --patch '{"spec":{"replica":{"enabled":false}}}'`,
        `until ${asked(name, 'select not pg_is_in_recovery()')} | grep -qx t; do sleep 5; done`,
      ]),
    )}`,
  ];
}

function asked(name: string, statement: string): string {
  return `kubectl exec -n ${data} ${primary(name)} -c postgres -- psql -Atc '${statement}'`;
}

/** What the cluster hosts begins from the copy of its archive, as soon as it is delivered there. */
export function hostedThere(main: Environment): string[] {
  const all = archivedIn(main).filter(({ name }) =>
    archivedIn(main.standby!).some((there) => there.name === name && !there.follows),
  );
  if (all.length === 0) return [];
  return [
    `Wait for ${listed(all.map(({ name }) => name))}, which ${all.length === 1 ? 'begins' : 'begin'} from what ${listed(all.map((one) => `\`${archiveReplicaOf(one, main)}\``))} ${all.length === 1 ? 'holds' : 'hold'}; what needs ${all.length === 1 ? 'it' : 'them'} is ready once ${all.length === 1 ? 'it is' : 'they are'}. Look at the newest rows before people do.\n\n${shell(
      ...all.flatMap(({ name, databaseName }) => [
        `kubectl wait --for=condition=Ready ${kind}/${name} -n ${data} --timeout=4h`,
        `kubectl exec -it -n ${data} ${primary(name)} -c postgres -- psql ${databaseName}`,
      ]),
    )}\n${whyNot(all[0]!)}`,
  ];
}

/** Where to look if a database does not begin from an archive. */
export function whyNot(one: HostedDatabase): string {
  return `If it does not begin, the archive says why: \`kubectl logs -n ${data} -l cnpg.io/jobRole=full-recovery --all-containers\`. What it reads is the ObjectStore \`${copyStoreOf(one)}\`.`;
}

/** What it holds there goes back over what is old here. */
export function hostedBack(main: Environment, standby: Environment): string[] {
  const all = archivedIn(main);
  if (all.length === 0) return [];
  return [
    `Take ${listed(all.map(({ name }) => name))} back, over what is old here: a dump of each goes from one cluster into the other, all of it or nothing.\n\n${shell(
      `${clusterAccess(standby)} --alias there`,
      `${clusterAccess(main)} --alias here`,
      ...all.flatMap(({ name, databaseName }) => [
        `kubectl --context there exec -n ${data} ${primary(name, 'there')} -c postgres -- pg_dump --format=custom ${databaseName} > ${name}.dump`,
        `kubectl --context here exec -i -n ${data} ${primary(name, 'here')} -c postgres -- pg_restore --single-transaction --clean --if-exists --no-owner --role=${hostedUser} --dbname=${databaseName} < ${name}.dump`,
      ]),
      `rm ${all.map(({ name }) => `${name}.dump`).join(' ')} # it holds what the ${all.length === 1 ? 'database' : 'databases'} held`,
    )}`,
  ];
}

/**
 * Another day needs another beginning: a database that is there does not begin, nor one whose archive is not empty.
 * @param isKept whether the cluster stays
 */
export function hostedAnew(
  { architecture }: About,
  main: Environment,
  standby: Environment,
  isKept: boolean,
): string[] {
  const all = archivedIn(main);
  if (all.length === 0) return [];
  const one = all.length === 1;
  const follows = archivedIn(standby).some((there) => there.follows);
  const so = follows
    ? `so that ${one ? 'it follows' : 'they follow'} again: what delivers ${one ? 'it' : 'them'} makes ${one ? 'it' : 'them'} anew at once`
    : `so that on the next such day ${one ? 'it begins' : 'they begin'} anew`;
  return [
    `Take ${listed(all.map(({ name }) => name))} away there, ${so}. Volumes and former versions of the ${one ? 'archive' : 'archives'} stay until they are removed by hand.\n\n${shell(
      ...all.flatMap((datastore) => [
        ...(isKept
          ? [
              `kubectl --context there delete ${kind}/${datastore.name} -n ${data}${follows ? ' --cascade=foreground # the archive has to be empty before the new one writes to it' : ''}`,
            ]
          : []),
        `aws s3 rm --recursive --region ${standby.region} s3://${archiveOf(datastore, standby)}`,
      ]),
      ...(follows
        ? all.flatMap((datastore) => [
            ...(architecture.delivery.gitops === 'flux'
              ? [`flux reconcile kustomization ${folderOfDatastore(datastore)} --context there`]
              : []),
            awaited(
              `kubectl --context there wait --for=condition=Ready ${kind}/${datastore.name} -n ${data} --timeout=1h`,
            ),
          ])
        : []),
    )}`,
  ];
}

function primary(name: string, context?: string): string {
  const where = context === undefined ? '' : `--context ${context} `;
  return `"$(kubectl ${where}get pods -n ${data} -l cnpg.io/cluster=${name},cnpg.io/instanceRole=primary -o name)"`;
}
