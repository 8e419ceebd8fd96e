import type { Owner } from '../../architecture.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import { environmentOff } from '../alerts/environment-off.ts';
import type { Here } from '../here.ts';
import { isSilentAtTimes, silentWhenOff } from '../office-hours.ts';
import {
  grafanaSecret,
  monitoringNamespace,
  receiversRemoteName,
  receiversSecret,
  routingName,
} from '../paths.ts';

type Means = 'chat' | 'pager';

/** Who is told of what: by the team that owns it and by how urgent it is. */
export function routing(here: Here): YamlMap {
  const { architecture, environment } = here;
  const { owners, owner } = architecture;
  return {
    apiVersion: 'monitoring.coreos.com/v1alpha1',
    kind: 'AlertmanagerConfig',
    metadata: { name: routingName, namespace: monitoringNamespace },
    spec: {
      route: {
        receiver: why(receiverOf(owner, 'chat'), 'What names no team is told to the team of the system.'),
        groupBy: ['owner', 'alertname', 'service'],
        groupWait: '30s',
        groupInterval: '5m',
        repeatInterval: '12h',
        routes: [
          {
            receiver: why(
              'dead-mans-switch',
              'Sent on all the time, to whoever wakes somebody when it stops.',
            ),
            matchers: [equals('alertname', 'Watchdog')],
            groupWait: '0s',
            groupInterval: '1m',
            repeatInterval: '5m',
          },
          ...(isSilentAtTimes(here)
            ? [
                {
                  receiver: why('nobody', 'It only silences what follows from it.'),
                  matchers: [equals('alertname', environmentOff.name)],
                },
              ]
            : []),
          ...owners.flatMap((one) => routesOf(one, environment.production)),
        ],
      },
      receivers: [
        {
          name: 'dead-mans-switch',
          webhookConfigs: [{ urlSecret: key('dead-mans-switch'), sendResolved: false }],
        },
        ...(isSilentAtTimes(here) ? [{ name: 'nobody' }] : []),
        ...owners.flatMap((one) => receiversOf(one, environment.production)),
      ],
      inhibitRules: [...inhibitions, ...(isSilentAtTimes(here) ? [whenOff] : [])],
    },
  };
}

function routesOf(owner: Owner, production: boolean): YamlMap[] {
  const mine = equals('owner', owner.name);
  return [
    ...(production
      ? [
          {
            receiver: receiverOf(owner, 'pager'),
            matchers: [mine, equals('severity', 'critical')],
            repeatInterval: '1h',
          },
        ]
      : []),
    { receiver: receiverOf(owner, 'chat'), matchers: [mine] },
  ];
}

function receiversOf(owner: Owner, production: boolean): YamlMap[] {
  const slack = {
    apiURL: key(`slack-${owner.name}`),
    channel: owner.channel,
    sendResolved: true,
    title: '{{ .CommonLabels.severity }}: {{ .CommonLabels.alertname }} in {{ .CommonLabels.environment }}',
    text: '{{ range .Alerts }}{{ .Annotations.summary }}\n{{ .Annotations.description }}\nRunbook: {{ .Annotations.runbook_url }}\n{{ end }}',
  };
  const pager = {
    routingKey: key(`pagerduty-${owner.name}`),
    sendResolved: true,
    severity: 'critical',
    description: '{{ .CommonAnnotations.summary }}',
    details: [{ key: 'runbook', value: '{{ .CommonAnnotations.runbook_url }}' }],
  };
  return [
    { name: receiverOf(owner, 'chat'), slackConfigs: [slack] },
    ...(production
      ? [{ name: receiverOf(owner, 'pager'), pagerdutyConfigs: [pager], slackConfigs: [slack] }]
      : []),
  ];
}

/**
 * What follows from something that is told already is not told as well. Labels that both sides lack would count as
 * equal, so each rule names alerts that have the labels.
 */
const inhibitions: YamlMap[] = [
  {
    sourceMatch: [equals('alertname', 'ServiceDown')],
    targetMatch: [
      matches('alertname', 'ReplicasMissing|EndpointDown|ErrorBudgetBurnsFast|ErrorBudgetBurnsSlowly'),
    ],
    equal: ['environment', 'namespace', 'service'],
  },
  {
    sourceMatch: [equals('alertname', 'ErrorBudgetBurnsFast')],
    targetMatch: [matches('alertname', 'ErrorBudgetBurnsSlowly|ErrorBudgetSpent')],
    equal: ['environment', 'slo'],
  },
  {
    sourceMatch: [equals('alertname', 'DatabaseStorageEnds')],
    targetMatch: [equals('alertname', 'DatabaseStorageLow')],
    equal: ['environment', 'datastore'],
  },
  {
    sourceMatch: [equals('alertname', 'OutOfMemory')],
    targetMatch: [equals('alertname', 'ContainersRestart')],
    equal: ['environment', 'namespace', 'container'],
  },
  {
    sourceMatch: [equals('alertname', 'ClusterAtItsMost')],
    targetMatch: [equals('alertname', 'PodsFindNoNode')],
    equal: ['environment'],
  },
];

/** By what is so rather than by the clock: it holds in summer, and for who works late. */
const whenOff: YamlMap = {
  sourceMatch: [equals('alertname', environmentOff.name)],
  targetMatch: [matches('alertname', silentWhenOff.join('|'))],
  equal: ['environment'],
};

function receiverOf({ name }: Owner, means: Means): string {
  return `${name}-${means}`;
}

function equals(name: string, value: string): YamlMap {
  return { name, value, matchType: '=' };
}

function matches(name: string, value: string): YamlMap {
  return { name, value, matchType: '=~' };
}

function key(name: string): YamlMap {
  return { name: receiversSecret, key: name };
}

/** Keys that a person has to fill in. */
export function receiverKeys({ architecture, environment }: Here): readonly string[] {
  const teams = architecture.owners.map(({ name }) => name);
  return [
    'dead-mans-switch',
    ...teams.map((name) => `slack-${name}`),
    ...(environment.production ? teams.map((name) => `pagerduty-${name}`) : []),
  ];
}

/** Brings keys of receivers and the user of Grafana from the secret store; none is in the repository. */
export function watchingSecrets(here: Here): YamlMap[] {
  const receivers = receiverKeys(here).map((name) => [name, name] as const);
  const user = [
    ['user', 'grafana-user'],
    ['password', 'grafana-password'],
  ] as const;
  return [externalSecret(receiversSecret, receivers, here), externalSecret(grafanaSecret, user, here)];
}

function externalSecret(
  name: string,
  keys: readonly (readonly [key: string, property: string])[],
  { environment }: Here,
): YamlMap {
  const remote = receiversRemoteName(environment);
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name, namespace: monitoringNamespace },
    spec: {
      refreshInterval: '1h',
      secretStoreRef: { kind: 'SecretStore', name: 'secrets' },
      target: { name },
      data: keys.map(([secretKey, property]) => ({ secretKey, remoteRef: { key: remote, property } })),
    },
  };
}
