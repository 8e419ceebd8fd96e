import { type HostedDatabase, hostedUser, loginSecretOf } from '../../../hosted.ts';
import { why, type YamlMap } from '../../../yaml/yaml.ts';
import type { Site } from '../../site.ts';
import { copiedArchive, copyOf } from './archive.ts';

/** What a database begins with: nothing, or in a recovery region the newest that the copy of its archive holds. */
export function beginningOf(one: HostedDatabase, site: Site): YamlMap {
  const login = { database: one.databaseName, owner: hostedUser, secret: { name: loginSecretOf(one) } };
  if (copyOf(one, site) === undefined)
    return { bootstrap: { initdb: { ...login, dataChecksums: true, encoding: 'UTF8' } } };
  return {
    bootstrap: why(
      { recovery: { source: 'lost', ...login } },
      'From the copy of the archive of the region that was lost, as it is when this is first applied.',
    ),
    externalClusters: [{ name: 'lost', plugin: copiedArchive(one) }],
  };
}
