import type { Architecture } from '../../architecture.ts';
import { FileSet, type Files } from '../../target.ts';
import { yaml } from '../../yaml/yaml.ts';
import { executiveDashboard } from '../dashboards/executive.ts';
import type { Dashboard } from '../dashboards/panel.ts';
import { serviceDashboard } from '../dashboards/service.ts';
import { teamDashboard } from '../dashboards/team.ts';
import { dashboardsFolder, monitoringNamespace } from '../paths.ts';

/** One for each service and each team, and one for who answers for the whole; the same in every environment. */
export function dashboardFiles(architecture: Architecture): Files {
  const main = architecture.environments.at(-1)!;
  const all: readonly Dashboard[] = [
    executiveDashboard(architecture),
    ...architecture.owners.map((owner) => teamDashboard(owner, main)),
    ...main.services.map((service) => serviceDashboard(service, main)),
  ];
  const files = new FileSet();
  for (const one of all) files.add(`${dashboardsFolder}/${one.uid}.json`, JSON.stringify(one, undefined, 2));
  const names = all.map(({ uid }) => uid);
  return files.add(
    `${dashboardsFolder}/kustomization.yaml`,
    yaml({
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      namespace: monitoringNamespace,
      // the sidecar of Grafana loads every ConfigMap with this label
      generatorOptions: { disableNameSuffixHash: true, labels: { grafana_dashboard: '1' } },
      configMapGenerator: names.map((name) => ({ name: `dashboard-${name}`, files: [`${name}.json`] })),
    }),
  ).files;
}
