import type { Architecture } from '../architecture.ts';
import type { Environment } from '../environment.ts';
import { secretsPath } from '../names.ts';
import { FileSet, type Files } from '../target.ts';
import { type YamlMap, yaml, yamlStream } from '../yaml/yaml.ts';
import { notificationsSecret } from './argocd/notifications.ts';
import { fluxMessages } from './flux/messages.ts';
import { repositoryUrl, settingsFolder } from './repository.ts';

/** Secret in the store with what delivery needs: the repository's key, and the token of the chat. */
export function deliveryRemoteName(environment: Pick<Environment, 'name' | 'system' | 'standsFor'>): string {
  return `${secretsPath(environment)}/delivery`;
}

/** What delivery itself needs: its secrets out of the store, and for Flux the messages that it sends. */
export function settings(architecture: Architecture, environment: Environment): Files {
  const folder = settingsFolder(environment);
  const isFlux = architecture.delivery.gitops === 'flux';
  const namespace = isFlux ? 'flux-system' : 'argocd';
  const secrets = isFlux
    ? [...fluxRepository(namespace, environment), fluxChat(environment)]
    : [
        storeOf(namespace, environment),
        argoRepository(architecture, environment),
        argoNotificationsSecret(environment),
      ];
  const files = new FileSet();
  if (isFlux) files.add(`${folder}/messages.yaml`, yamlStream(fluxMessages(architecture, environment)));
  return files
    .add(
      `${folder}/secrets.yaml`,
      yamlStream(secrets, `A person fills in ${deliveryRemoteName(environment)} in AWS Secrets Manager.`),
    )
    .add(
      `${folder}/kustomization.yaml`,
      yaml({
        apiVersion: 'kustomize.config.k8s.io/v1beta1',
        kind: 'Kustomization',
        resources: ['secrets.yaml', ...(isFlux ? ['messages.yaml'] : [])],
      }),
    ).files;
}

const store = 'delivery';

function storeOf(namespace: string, { region }: Environment): YamlMap {
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'SecretStore',
    metadata: { name: store, namespace },
    spec: { provider: { aws: { service: 'SecretsManager', region } } },
  };
}

function argoRepository(architecture: Architecture, environment: Environment): YamlMap {
  const labels = { 'argocd.argoproj.io/secret-type': 'repository' };
  const data = {
    type: 'git',
    url: repositoryUrl(architecture),
    ...(architecture.delivery.ci === 'github'
      ? {
          githubAppID: '{{ .githubAppId }}',
          githubAppInstallationID: '{{ .githubAppInstallationId }}',
          githubAppPrivateKey: '{{ .githubAppPrivateKey }}',
        }
      : { username: '{{ .username }}', password: '{{ .password }}' }),
  };
  return externalSecret('repository', 'argocd', environment, { metadata: { labels }, data });
}

function argoNotificationsSecret(environment: Environment): YamlMap {
  return externalSecret(notificationsSecret, 'argocd', environment, {
    data: { 'slack-token': '{{ .slackToken }}' },
  });
}

/** What a GitRepository of Flux reads with, in whatever namespace it is. */
export function fluxRepository(namespace: string, environment: Environment): YamlMap[] {
  return [
    storeOf(namespace, environment),
    externalSecret('repository', namespace, environment, {
      data: { username: '{{ .username }}', password: '{{ .password }}' },
    }),
  ];
}

function fluxChat(environment: Environment): YamlMap {
  return externalSecret('chat', 'flux-system', environment, {
    data: { address: 'https://slack.com/api/chat.postMessage', token: '{{ .slackToken }}' },
  });
}

function externalSecret(
  name: string,
  namespace: string,
  environment: Environment,
  template: YamlMap,
): YamlMap {
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name, namespace },
    spec: {
      refreshInterval: '1h',
      secretStoreRef: { kind: 'SecretStore', name: store },
      target: { name, template: { engineVersion: 'v2', mergePolicy: 'Replace', ...template } },
      dataFrom: [{ extract: { key: deliveryRemoteName(environment) } }],
    },
  };
}
