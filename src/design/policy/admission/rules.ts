import type { Architecture } from '../../architecture.ts';
import { hasOwnLoadBalancer, ownLoadBalancerOf } from '../../own-load-balancer.ts';
import { entrances } from './entrances.ts';
import type { Rule } from './rule.ts';
import { secrets } from './secrets.ts';

/** What every workload of a team is held against. Variables are those of `variables.ts`. */
export function rulesOf(architecture: Architecture): Rule[] {
  return [
    isolation,
    privileges,
    images(architecture),
    resources,
    probes,
    labels,
    exposure(architecture),
    ...(architecture.platform.ingress === 'none' ? [] : [entrances(architecture)]),
    secrets(architecture),
  ];
}

const each = (condition: string) => `variables.containers.all(c, ${condition})`;
/** Containers of the mesh are added by its webhook, which knows what they need. */
const eachOwn = (condition: string) => `variables.ownContainers.all(c, ${condition})`;

const privileges: Rule = {
  name: 'privileges',
  about: 'Pods run as an ordinary user, with no right over their node.',
  subject: 'workloads',
  checks: [
    'kubernetes/run-as-root',
    'kubernetes/privileged-container',
    'kubernetes/privilege-escalation-allowed',
    'kubernetes/capabilities-kept',
    'kubernetes/root-filesystem-writable',
    'kubernetes/host-network',
    'kubernetes/host-pid',
    'kubernetes/host-ipc',
    'kubernetes/host-path-mounted',
    'kubernetes/host-port',
  ],
  validations: [
    {
      expression: each(
        'c.?securityContext.?runAsNonRoot.orValue(variables.pod.?securityContext.?runAsNonRoot.orValue(false)) == true',
      ),
      message: 'A pod runs as an ordinary user: set securityContext.runAsNonRoot to true.',
    },
    {
      expression: `variables.pod.?securityContext.?runAsUser.orValue(1) != 0 && ${each(
        'c.?securityContext.?runAsUser.orValue(1) != 0',
      )}`,
      message: 'User 0 is root, whatever runAsNonRoot says: choose a runAsUser above 0.',
    },
    {
      expression: each('c.?securityContext.?privileged.orValue(false) == false'),
      message: 'A privileged container owns its node: leave privileged out.',
    },
    {
      expression: eachOwn('c.?securityContext.?allowPrivilegeEscalation.orValue(true) == false'),
      message: 'No container may gain rights: set allowPrivilegeEscalation to false.',
    },
    {
      expression: eachOwn("'ALL' in c.?securityContext.?capabilities.?drop.orValue([])"),
      message: 'A container needs no right of root: drop ALL capabilities.',
    },
    {
      expression: eachOwn('c.?securityContext.?readOnlyRootFilesystem.orValue(false) == true'),
      message:
        'What is broken into must not be changed: set readOnlyRootFilesystem to true, and mount an emptyDir where files are written.',
    },
    {
      expression:
        'variables.pod.?hostNetwork.orValue(false) == false && variables.pod.?hostPID.orValue(false) == false && variables.pod.?hostIPC.orValue(false) == false',
      message: 'A pod stays in its own namespaces: leave hostNetwork, hostPID and hostIPC out.',
    },
    {
      expression: 'variables.pod.?volumes.orValue([]).all(v, !has(v.hostPath))',
      message: 'Files of a node belong to everything on it: mount no hostPath.',
    },
    {
      expression: each('c.?ports.orValue([]).all(p, p.?hostPort.orValue(0) == 0)'),
      message: 'A port of a node goes past network policies: leave hostPort out.',
    },
  ],
};

function images({ environments }: Architecture): Rule {
  const places = environments.flatMap((one) => [one, ...(one.standby ? [one.standby] : [])]);
  const named = places.flatMap(({ services, jobs }) =>
    [...services, ...jobs].map(({ image }) =>
      image.includes('/') ? image.slice(0, image.lastIndexOf('/') + 1) : image.replace(/(?:[:@].*)?$/, '@'),
    ),
  );
  // the pipeline pushes under the names of the blueprint, so there is no other registry
  const known = [...new Set(named)].sort();
  return {
    name: 'images',
    about: 'Images come from registries of this platform, and are pinned by their digest.',
    subject: 'workloads',
    checks: ['kubernetes/image-tag-latest', 'kubernetes/image-digest-missing'],
    validations: [
      {
        expression: eachOwn(
          `[${known.map((prefix) => `'${prefix}'`).join(', ')}].exists(r, c.image.startsWith(r))`,
        ),
        message: `Images come from ${known.join(', ')}: bring others there first, where they are scanned.`,
      },
      {
        expression: eachOwn("c.image.matches('@sha256:[0-9a-f]{64}$')"),
        message:
          'A tag can be moved, a digest cannot: write the image as NAME@sha256:DIGEST, as the pipeline does.',
      },
    ],
  };
}

const resources: Rule = {
  name: 'resources',
  about: 'Every container says what it needs, and how much memory it gets at the most.',
  subject: 'workloads',
  checks: [
    'kubernetes/cpu-request-missing',
    'kubernetes/memory-request-missing',
    'kubernetes/memory-limit-missing',
  ],
  validations: [
    {
      expression: eachOwn(
        "'cpu' in c.?resources.?requests.orValue({}) && 'memory' in c.?resources.?requests.orValue({})",
      ),
      message:
        'Without requests a pod is placed where there is no room for it: set resources.requests for cpu and memory.',
    },
    {
      expression: eachOwn("'memory' in c.?resources.?limits.orValue({})"),
      message: 'Without a limit one pod can take the memory of all others: set resources.limits.memory.',
    },
  ],
};

const probes: Rule = {
  name: 'probes',
  about: 'What is called says when it is ready and whether it lives.',
  subject: 'workloads',
  checks: ['kubernetes/readiness-probe-missing', 'kubernetes/liveness-probe-missing'],
  validations: [
    {
      expression:
        '!variables.isService || variables.pod.containers.filter(c, !(c.name in variables.meshNames) && size(c.?ports.orValue([])) > 0).all(c, has(c.readinessProbe))',
      message: 'A container that listens gets requests as soon as it is there: add a readinessProbe.',
    },
    {
      expression:
        '!variables.isService || variables.pod.containers.filter(c, !(c.name in variables.meshNames) && size(c.?ports.orValue([])) > 0).all(c, has(c.livenessProbe))',
      message: 'A container that hangs is restarted only where somebody asks it: add a livenessProbe.',
    },
  ],
};

const labels: Rule = {
  name: 'labels',
  about: 'Everything says what it is and whose it is.',
  subject: 'workloads',
  checks: ['kubernetes/labels-missing'],
  validations: [
    {
      expression: "variables.labels[?'app.kubernetes.io/name'].orValue('') != ''",
      message:
        'Dashboards, alerts and policies find pods by their name: add the label app.kubernetes.io/name to the pod.',
    },
    {
      expression: "variables.labels[?'app.kubernetes.io/part-of'].orValue('') == request.namespace",
      message: 'The label app.kubernetes.io/part-of of a pod names its team, which is its namespace.',
    },
  ],
};

const isolation: Rule = {
  name: 'isolation',
  about: 'Pods run only where a network policy closes the namespace.',
  subject: 'workloads',
  needsPolicy: 'default-deny',
  checks: ['kubernetes/network-policy-missing', 'kubernetes/default-deny-missing'],
  validations: [
    {
      expression:
        "size(params.spec.podSelector.?matchLabels.orValue({})) == 0 && size(params.spec.podSelector.?matchExpressions.orValue([])) == 0 && ['Ingress', 'Egress'].all(t, t in params.spec.?policyTypes.orValue([])) && size(params.spec.?ingress.orValue([])) == 0 && size(params.spec.?egress.orValue([])) == 0",
      message:
        'The NetworkPolicy default-deny of this namespace closes nothing: it selects all pods, names Ingress and Egress, and allows neither.',
    },
  ],
};

function exposure({ environments }: Architecture): Rule {
  const isBalancer = "object.spec.?type.orValue('ClusterIP') == 'LoadBalancer'";
  // connections that are no requests have no Ingress: the blueprint asks for a load balancer of their own
  const balanced = environments.flatMap(({ services }) => services.filter(hasOwnLoadBalancer));
  const asked = [...new Set(balanced.map((one) => `'${one.namespace}/${ownLoadBalancerOf(one)}'`))];
  return {
    name: 'exposure',
    about: 'Services are reached through the entrance of the platform, and no other way.',
    subject: 'services',
    checks: [
      'kubernetes/service-node-port',
      'kubernetes/service-external-ips',
      'kubernetes/load-balancer-beside-ingress',
    ],
    validations: [
      {
        expression: "object.spec.?type.orValue('ClusterIP') != 'NodePort'",
        message:
          'A NodePort opens every node, past the entrance and its rules: use ClusterIP with an Ingress.',
      },
      {
        expression:
          asked.length === 0
            ? `!(${isBalancer})`
            : `!(${isBalancer}) || (request.namespace + '/' + object.metadata.name) in [${asked.join(', ')}]`,
        message:
          'A load balancer of its own stands past the rules of the entrance: use ClusterIP with an Ingress.',
      },
      {
        expression: 'size(object.spec.?externalIPs.orValue([])) == 0',
        message: 'externalIPs take traffic that is meant for others (CVE-2020-8554): leave them out.',
      },
    ],
  };
}
