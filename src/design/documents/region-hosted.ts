import { listed } from '../../report/wording.ts';
import { addonNamespaces } from '../addon-namespaces.ts';
import type { Environment } from '../environment.ts';
import {
  archiveOf,
  archiveReplicaOf,
  copyStoreOf,
  type HostedDatabase,
  hostedIn,
  hostedUser,
  isArchived,
} from '../hosted.ts';
import { shell } from './markdown.ts';
import { clusterAccess } from './restore-common.ts';

const { data } = addonNamespaces;

function archivedIn(main: Environment): HostedDatabase[] {
  return hostedIn(main).filter(isArchived);
}

/** What the cluster hosts begins from the copy of its archive, as soon as it is delivered there. */
export function hostedThere(main: Environment): string[] {
  const all = archivedIn(main);
  if (all.length === 0) return [];
  return [
    `Wait for ${listed(all.map(({ name }) => name))}, which ${all.length === 1 ? 'begins' : 'begin'} from what ${listed(all.map((one) => `\`${archiveReplicaOf(one, main)}\``))} ${all.length === 1 ? 'holds' : 'hold'}; what needs ${all.length === 1 ? 'it' : 'them'} is ready once ${all.length === 1 ? 'it is' : 'they are'}. Look at the newest rows before people do.\n\n${shell(
      ...all.flatMap(({ name, databaseName }) => [
        `kubectl wait --for=condition=Ready clusters.postgresql.cnpg.io/${name} -n ${data} --timeout=4h`,
        `kubectl exec -it -n ${data} ${primary(name)} -c postgres -- psql ${databaseName}`,
      ]),
    )}\nIf it does not begin, the archive says why: \`kubectl logs -n ${data} -l cnpg.io/jobRole=full-recovery --all-containers\`. What it reads is the ObjectStore \`${copyStoreOf(all[0]!)}\`.`,
  ];
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
export function hostedAnew(main: Environment, standby: Environment, isKept: boolean): string[] {
  const all = archivedIn(main);
  if (all.length === 0) return [];
  return [
    `Take ${listed(all.map(({ name }) => name))} away there, so that on the next such day ${all.length === 1 ? 'it begins' : 'they begin'} anew. Volumes and former versions of the ${all.length === 1 ? 'archive' : 'archives'} stay until they are removed by hand.\n\n${shell(
      ...all.flatMap((one) => [
        ...(isKept
          ? [`kubectl --context there delete clusters.postgresql.cnpg.io/${one.name} -n ${data}`]
          : []),
        `aws s3 rm --recursive --region ${standby.region} s3://${archiveOf(one, standby)}`,
      ]),
    )}`,
  ];
}

function primary(name: string, context?: string): string {
  const where = context === undefined ? '' : `--context ${context} `;
  return `"$(kubectl ${where}get pods -n ${data} -l cnpg.io/cluster=${name},cnpg.io/instanceRole=primary -o name)"`;
}
