import { type HostedDatabase, hostedUser, loginSecretOf } from '../../../hosted.ts';
import { why, type YamlMap } from '../../../yaml/yaml.ts';
import type { Site } from '../../site.ts';
import { copiedArchive, copyOf } from './archive.ts';

/** What it begins from, as the Cluster names it. */
const source = 'original';

/** What a database begins with: nothing, or in a recovery region the newest that the copy of its archive holds. */
export function beginningOf(one: HostedDatabase, site: Site): YamlMap {
  const login = { database: one.databaseName, owner: hostedUser, secret: { name: loginSecretOf(one) } };
  if (copyOf(one, site) === undefined)
    return { bootstrap: { initdb: { ...login, dataChecksums: true, encoding: 'UTF8' } } };
  const follows = one.follows === true;
  return {
    bootstrap: why(
      { recovery: { source, ...login } },
      follows
        ? 'From the copy of the archive of the region that it stands for.'
        : 'From the copy of the archive of the region that was lost, as it is when this is first applied.',
    ),
    ...(follows && {
      replica: why(
        { source },
        'It goes on following that copy, and refuses to be written to. `enabled` is left out here, as a person says it (docs/disaster-recovery.md), and what delivers this must not say otherwise.',
      ),
    }),
    externalClusters: [{ name: source, plugin: copiedArchive(one) }],
  };
}
