/** Names of containers that a mesh adds to pods. */
const meshNames = [
  'istio-proxy',
  'istio-init',
  'istio-validation',
  'linkerd-proxy',
  'linkerd-init',
  'linkerd-network-validator',
];

/**
 * What expressions speak of, whatever the kind of the object: its pod, its containers, its labels. In the order in which
 * they need each other.
 */
export const variables: readonly (readonly [name: string, expression: string])[] = [
  [
    'template',
    "object.kind == 'Pod' ? object : object.kind == 'CronJob' ? object.spec.jobTemplate.spec.template : object.spec.template",
  ],
  ['pod', 'variables.template.spec'],
  ['labels', 'variables.template.?metadata.?labels.orValue({})'],
  ['meshNames', `[${meshNames.map((name) => `'${name}'`).join(', ')}]`],
  ['containers', 'variables.pod.containers + variables.pod.?initContainers.orValue([])'],
  ['ownContainers', 'variables.containers.filter(c, !(c.name in variables.meshNames))'],
  ['isService', "object.kind in ['Deployment', 'StatefulSet', 'Rollout']"],
];

/** Objects that a rule of workloads is held against. */
export const workloadResources = [
  { apiGroups: [''], apiVersions: ['v1'], resources: ['pods'] },
  {
    apiGroups: ['apps'],
    apiVersions: ['v1'],
    resources: ['deployments', 'statefulsets', 'daemonsets'],
  },
  { apiGroups: ['batch'], apiVersions: ['v1'], resources: ['jobs', 'cronjobs'] },
] as const;

export const rolloutResources = {
  apiGroups: ['argoproj.io'],
  apiVersions: ['v1alpha1'],
  resources: ['rollouts'],
} as const;

export const entranceResources = [
  { apiGroups: ['networking.k8s.io'], apiVersions: ['v1'], resources: ['ingresses'] },
] as const;

export const secretResources = [
  { apiGroups: ['external-secrets.io'], apiVersions: ['v1'], resources: ['externalsecrets'] },
] as const;

export const serviceResources = [{ apiGroups: [''], apiVersions: ['v1'], resources: ['services'] }] as const;

/** The annotation of a Namespace that excepts workloads from a rule for a while: `importer=2027-01-31,old=2026-12-01`. */
export function exceptionOf(rule: string): string {
  return `policy.plinth.dev/except-from-${rule}`;
}

/**
 * Whether an object is excepted. A pod that is made after the last day is not: no expression knows what time it is, but
 * the server has written it into the pod by then. What makes pods is let through, as its pods are judged again.
 */
export function isExcepted(rule: string): string {
  const annotation = exceptionOf(rule);
  const name = `object.metadata.?labels[?'app.kubernetes.io/name'].orValue(object.metadata.?name.orValue(''))`;
  return (
    `namespaceObject.metadata.?annotations[?'${annotation}'].orValue('').split(',')` +
    `.exists(e, e.matches('^[a-z0-9-]+=[0-9]{4}-[0-9]{2}-[0-9]{2}$') && e.split('=')[0] == ${name} && ` +
    `(object.kind != 'Pod' || timestamp(e.split('=')[1] + 'T23:59:59Z') > timestamp(object.metadata.creationTimestamp)))`
  );
}
