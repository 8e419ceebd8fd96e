import type { Architecture } from '../../architecture.ts';
import type { Environment } from '../../environment.ts';
import type { YamlMap } from '../../yaml/yaml.ts';
import type { Addon } from '../addon.ts';
import { objectFiles, objectFolder, valueFiles } from '../addon-files.ts';
import { charts } from '../charts.ts';
import { repositoryUrl } from '../repository.ts';
import { writtenByOthers } from '../written-by-others.ts';
import { applicationOf } from './application.ts';

/** A chart in its version, with the values of this repository. */
export function addonApplication(
  addon: Addon,
  stage: number,
  environment: Environment,
  architecture: Architecture,
): YamlMap {
  const { chart, version, repository } = charts[addon.name];
  const here = {
    repoURL: repositoryUrl(architecture),
    targetRevision: architecture.delivery.branch,
  };
  const files = valueFiles(addon, environment);
  const written = (writtenByOthers[addon.name] ?? []).map(({ group, kind, name, jq }) => ({
    ...(group !== '' && { group }),
    kind,
    ...(name !== undefined && { name }),
    jqPathExpressions: [jq],
  }));
  const hasObjects = objectFiles(addon, environment).length > 0;
  return applicationOf(
    {
      name: addon.name,
      project: 'platform',
      namespace: addon.namespace,
      owner: architecture.owner,
      wave: stage,
      sources: [
        {
          repoURL: repository.replace('oci://', ''),
          chart,
          targetRevision: version,
          helm: {
            releaseName: addon.name,
            ...(files.length > 0 && { valueFiles: files.map((path) => `$values/${path}`) }),
          },
        },
        ...(files.length > 0 ? [{ ...here, ref: 'values' }] : []),
        ...(hasObjects ? [{ ...here, path: objectFolder(addon, environment) }] : []),
      ],
      ...(written.length > 0 && { ignore: written }),
    },
    environment,
    architecture,
  );
}
