import type { Architecture } from '../../architecture.ts';
import type { Environment } from '../../environment.ts';
import { FileSet, type Files } from '../../target.ts';
import { type YamlMap, yaml, yamlStream } from '../../yaml/yaml.ts';
import { type Addon, stageOf } from '../addon.ts';
import { objectFiles, objectFolder } from '../addon-files.ts';
import { type Held, heldIn, holdsBack } from '../held.ts';
import { activationFolder, clusterFolder, repositoryUrl } from '../repository.ts';
import { addonApplication } from './addon-application.ts';
import { applicationOf } from './application.ts';
import { platformApplications, teamApplications } from './folder-applications.ts';
import { bootstrapProject, projectsOf } from './projects.ts';

/** Everything that Argo CD of one environment reads. */
export function argoCluster(
  architecture: Architecture,
  environment: Environment,
  addons: readonly Addon[],
): Files {
  const folder = clusterFolder(environment);
  const held = heldIn(architecture, environment);
  const files = new FileSet()
    .add(`${folder}/root.yaml`, yamlStream([bootstrapProject(architecture), root(architecture, environment)]))
    .add(`${folder}/projects.yaml`, yamlStream(projectsOf(architecture, environment, addons)))
    .addAll(
      applicationFiles(architecture, environment, addons, folder, {
        addon: (one) => !held.addon(one),
        folder: (one) => !held.folder(one),
        source: (one) => !held.source(one),
      }),
    )
    .addAll(objectKustomizations(addons, environment));
  if (!holdsBack(architecture, environment)) return files.files;
  const later = activationFolder(environment);
  return files
    .add(
      `${later}/activate.yaml`,
      yaml(
        activation(architecture, environment, `${later}/held`),
        `Applied by a person once ${environment.standsFor} is lost (docs/disaster-recovery.md): then the rest is delivered.`,
      ),
    )
    .addAll(applicationFiles(architecture, environment, addons, `${later}/held`, held)).files;
}

function applicationFiles(
  architecture: Architecture,
  environment: Environment,
  addons: readonly Addon[],
  folder: string,
  wanted: Held,
): Files {
  const files = new FileSet();
  const platform = platformApplications(architecture, environment, wanted.folder);
  if (platform.length > 0) files.add(`${folder}/platform.yaml`, yamlStream(platform));
  for (const addon of addons.filter(wanted.addon)) {
    const application = addonApplication(addon, stageOf(addon, addons), environment, architecture);
    files.add(`${folder}/addons/${addon.name}.yaml`, yaml(application, addon.does));
  }
  for (const [team, applications] of teamApplications(architecture, environment, wanted.source))
    if (applications.length > 0) files.add(`${folder}/teams/${team}.yaml`, yamlStream(applications));
  return files.files;
}

/** Makes the applications that were held back; without it they go again. */
function activation(architecture: Architecture, environment: Environment, path: string): YamlMap {
  return applicationOf(
    {
      name: 'activated',
      project: 'bootstrap',
      namespace: 'argocd',
      owner: architecture.owner,
      wave: 0,
      sources: [
        {
          repoURL: repositoryUrl(architecture),
          targetRevision: architecture.delivery.branch,
          path,
          directory: { recurse: true },
        },
      ],
    },
    environment,
    architecture,
  );
}

/** The application of applications. It makes what is written here by itself; each of them asks for its own approval. */
function root(architecture: Architecture, environment: Environment): YamlMap {
  return applicationOf(
    {
      name: 'root',
      project: 'bootstrap',
      namespace: 'argocd',
      owner: architecture.owner,
      wave: 0,
      keepsTrying: true,
      keepsObjects: true,
      sources: [
        {
          repoURL: repositoryUrl(architecture),
          targetRevision: architecture.delivery.branch,
          path: clusterFolder(environment),
          directory: { recurse: true },
        },
      ],
    },
    { ...environment, approvals: 0 },
    architecture,
  );
}

function objectKustomizations(addons: readonly Addon[], environment: Environment): Files {
  const files = new FileSet();
  for (const addon of addons) {
    const objects = objectFiles(addon, environment);
    if (objects.length === 0) continue;
    files.add(
      `${objectFolder(addon, environment)}/kustomization.yaml`,
      yaml({
        apiVersion: 'kustomize.config.k8s.io/v1beta1',
        kind: 'Kustomization',
        resources: objects.map(([file]) => `${file}.yaml`),
      }),
    );
  }
  return files.files;
}
