import { listed } from '../../report/wording.ts';
import type { Environment } from '../environment.ts';
import { isHosted } from '../hosted.ts';

/** What the recovery site does with what it keeps, once it is in use, in sentences. */
export function keptData({ datastores, standby }: Environment): string[] {
  const databases = datastores.filter(
    (one) => !isHosted(one) && (one.type === 'postgres' || one.type === 'mysql'),
  );
  const named = (how: 'replica' | 'copies') =>
    databases.filter(({ crossRegion }) => crossRegion === how).map(({ name }) => name);
  const replicas = named('replica');
  const restored = named('copies');
  const there = datastores.flatMap((one) => {
    if (one.crossRegion !== 'replica' || databases.includes(one)) return [];
    const other = standby!.datastores.find(({ name }) => name === one.name)!;
    return other.type === 'bucket'
      ? [`the bucket \`${other.bucketName}\``]
      : other.type === 'table'
        ? [`the table \`${other.tableName}\``]
        : [];
  });
  const empty = datastores.filter(({ crossRegion }) => crossRegion === 'none').map(({ name }) => name);
  return [
    ...(replicas.length > 0
      ? [
          `The ${replicas.length === 1 ? 'replica' : 'replicas'} of ${listed(replicas)} ${replicas.length === 1 ? 'stops' : 'stop'} following and ${replicas.length === 1 ? 'takes' : 'take'} writes, with the users and passwords that ${replicas.length === 1 ? 'it has' : 'they have'}.`,
        ]
      : []),
    ...(restored.length > 0
      ? [
          `${capital(listed(restored))} ${restored.length === 1 ? 'is' : 'are'} restored from the backups there, which are minutes old.`,
        ]
      : []),
    ...(there.length > 0
      ? [`${capital(listed(there))} ${there.length === 1 ? 'is' : 'are'} there already.`]
      : []),
    ...(empty.length > 0 ? [`${capital(listed(empty))} begin${empty.length === 1 ? 's' : ''} empty.`] : []),
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
