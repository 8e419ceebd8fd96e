import { describeJudgements } from '../../../tests/support/judgement-of.ts';
import { checks } from '../generated/kubernetes.ts';

const manifests = (...objects: readonly string[]) => ({ 'manifests.yaml': objects.join('---\n') });
const indented = (text: string, by: string) => text.replaceAll('\n', `\n${by}`);
const workload = (kind: string, spec: string, metadata = '') => `apiVersion: apps/v1
kind: ${kind}
metadata: { name: api${metadata} }
spec:
  replicas: 3
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec:
      ${indented(spec, '      ')}
`;
const container = (more: string) => `containers:
  - name: api
    image: registry.example.com/api:1.4.2
    ${more}`;
const role = (
  group: string,
  resource: string,
  ...verbs: readonly string[]
) => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: deployer }
rules:
  - { apiGroups: ["${group}"], resources: ["${resource}"], verbs: [${verbs.map((verb) => `"${verb}"`).join()}] }
`;
const binding = (kind: string) => `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: deployer, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ${kind}, name: cluster-admin }
subjects: [{ kind: ServiceAccount, name: deployer, namespace: shop }]
`;
const cronJob = `apiVersion: batch/v1
kind: CronJob
metadata: { name: report }
spec:
  schedule: "0 4 * * *"
  jobTemplate:
    spec:
      template:
        metadata: { labels: { app: report } }
        spec:
          restartPolicy: Never
          containers: [{ name: report, image: "registry.example.com/report:1.4.2" }]
`;
const policy = (spec: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: api }
spec:
  podSelector: {}
  ${spec}
`;
const spread = (namespaces: string) => `affinity:
  podAntiAffinity:
    requiredDuringSchedulingIgnoredDuringExecution:
      - topologyKey: kubernetes.io/hostname
        labelSelector: { matchLabels: { app: api } }
        namespaces: [${namespaces}]
${container('')}`;

describeJudgements(checks, 'kubernetes', {
  'capability-added': [
    [
      'tells of those that the restricted standard does not allow, but for the one it does',
      manifests(
        workload(
          'Deployment',
          container('securityContext: { capabilities: { add: [CHOWN, NET_BIND_SERVICE, SYS_NICE] } }'),
        ),
      ),
      ['info Deployment/api', 'low Deployment/api'],
    ],
  ],
  'priority-class-missing': [
    [
      'takes an empty name for none',
      manifests(workload('Deployment', `priorityClassName: ""\n${container('')}`)),
      ['info Deployment/api'],
    ],
    ['looks at jobs too', manifests(cronJob), ['info CronJob/report']],
    [
      'is content with a name',
      manifests(workload('Deployment', `priorityClassName: critical\n${container('')}`)),
      [],
    ],
  ],
  'rbac-cluster-admin': [
    [
      'knows the name of the built-in role in a Role that nothing makes',
      manifests(binding('Role')),
      ['medium RoleBinding/shop/deployer'],
    ],
    [
      'reads the Role where it is here',
      manifests(
        binding('Role'),
        role('', 'pods', 'get')
          .replace('ClusterRole', 'Role')
          .replace('name: deployer', 'name: cluster-admin, namespace: shop'),
      ),
      [],
    ],
  ],
  'rbac-pods-create': [
    [
      'minds who may change what starts pods',
      manifests(role('apps', 'deployments', 'patch')),
      ['info ClusterRole/deployer'],
    ],
    [
      'knows replication controllers',
      manifests(role('', 'replicationcontrollers', 'create')),
      ['low ClusterRole/deployer'],
    ],
    [
      'lets who only scales or changes pods be',
      manifests(role('apps', 'deployments/scale', 'patch'), role('', 'pods', 'patch')),
      [],
    ],
  ],
  'rbac-pods-exec': [
    [
      'knows that the kubelet runs commands',
      manifests(role('', 'nodes/proxy', 'create')),
      ['medium ClusterRole/deployer'],
    ],
    [
      'weighs less what only reads there',
      manifests(role('', 'nodes/proxy', 'get')),
      ['low ClusterRole/deployer'],
    ],
    [
      'takes a role of everything that is bound here for none of the cluster, whatever it is called',
      manifests(
        role('*', '*', '*').replace('name: deployer', 'name: "system:deployer"'),
        binding('ClusterRole').replace('cluster-admin', '"system:deployer"'),
      ),
      ['low ClusterRole/system:deployer'],
    ],
    [
      'lets the roles of the cluster be',
      manifests(
        role('', 'pods/exec', 'create').replace('name: deployer', 'name: "system:node"'),
        role('*', '*', '*').replace('name: deployer', 'name: "system:all"'),
      ),
      [],
    ],
    ['lets metrics of nodes be', manifests(role('', 'nodes/metrics', 'get')), []],
  ],
  'rbac-escalation': [
    [
      'counts impersonation among all verbs on accounts',
      manifests(role('', 'serviceaccounts', '*')),
      ['low ClusterRole/deployer'],
    ],
    [
      'lets all verbs on the accounts of one namespace be',
      manifests(role('', 'serviceaccounts', '*').replace('ClusterRole', 'Role')),
      [],
    ],
    ['lets who makes accounts be', manifests(role('', 'serviceaccounts', 'create')), []],
  ],
  'replicas-not-spread': [
    [
      'minds an anti-affinity that looks elsewhere',
      manifests(workload('Deployment', spread('other'), ', namespace: shop')),
      ['low Deployment/shop/api'],
    ],
    [
      'finds its own namespace among them',
      manifests(workload('Deployment', spread('other, shop'), ', namespace: shop')),
      [],
    ],
    [
      'cannot tell without a namespace, and is silent',
      manifests(workload('Deployment', spread('other'))),
      [],
    ],
  ],
  'network-policy-missing': [
    ['looks at jobs too', manifests(cronJob), ['info CronJob/report']],
    [
      'is content with a policy for those who call',
      manifests(workload('Deployment', container('')), policy('policyTypes: [Ingress]')),
      [],
    ],
    [
      'minds rules that have no effect',
      manifests(
        workload('Deployment', container('')),
        policy('policyTypes: [Ingress]\n  egress: [{ ports: [{ port: 53 }] }]'),
      ),
      ['low Deployment/api'],
    ],
    [
      'knows that rules stand for a type where none is named',
      manifests(workload('Deployment', container('')), policy('egress: [{ ports: [{ port: 53 }] }]')),
      [],
    ],
  ],
  'default-namespace': [
    [
      'lets the account be that every cluster has there',
      manifests(
        'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: default, namespace: default }\nautomountServiceAccountToken: false\n',
      ),
      [],
    ],
  ],
  'host-port': [
    [
      'reads what OpenShift makes pods from',
      manifests(
        workload('DeploymentConfig', container('ports: [{ containerPort: 80, hostPort: 80 }]')).replace(
          'apps/v1',
          'apps.openshift.io/v1',
        ),
      ),
      ['low DeploymentConfig/api'],
    ],
  ],
  'image-digest-missing': [
    [
      'knows the algorithms that images are named by',
      manifests(workload('Deployment', container('').replace(':1.4.2', `@blake3:${'a'.repeat(64)}`))),
      [],
    ],
  ],
  'root-filesystem-writable': [
    [
      'looks at containers for debugging too',
      manifests(
        workload(
          'Deployment',
          `${container('securityContext: { readOnlyRootFilesystem: true }')}\nephemeralContainers: [{ name: debug, image: "busybox:1.37" }]`,
        ),
      ),
      ['low Deployment/api'],
    ],
  ],
  'volume-on-node-path': [
    [
      'weighs more what the node runs from',
      manifests(
        'apiVersion: v1\nkind: PersistentVolume\nmetadata: { name: boot }\nspec: { hostPath: { path: /boot } }\n',
      ),
      ['high PersistentVolume/boot'],
    ],
  ],
  'selector-mismatch': [
    [
      'minds a template without labels, and the plain selector of OpenShift',
      manifests(
        workload('Deployment', container('')).replace('metadata: { labels: { app: api } }', 'metadata: {}'),
        workload('DeploymentConfig', container(''))
          .replace('apps/v1', 'apps.openshift.io/v1')
          .replace('matchLabels: { app: api }', 'app: web'),
      ),
      ['high Deployment/api', 'high DeploymentConfig/api'],
    ],
    [
      'lets a patch be',
      manifests(
        workload('Deployment', 'containers: [{ name: api, env: [{ name: A, value: "1" }] }]').replace(
          'metadata: { labels: { app: api } }',
          'metadata: {}',
        ),
      ),
      [],
    ],
  ],
  'rollout-interrupts-service': [
    [
      'minds a strategy that there is not',
      manifests(
        workload('Deployment', container('')).replace('  replicas: 3', '  strategy: { type: Other }'),
      ),
      ['low Deployment/api'],
    ],
    [
      'knows the one of OpenShift',
      manifests(
        workload('DeploymentConfig', container(''))
          .replace('apps/v1', 'apps.openshift.io/v1')
          .replace('  replicas: 3', '  strategy: { type: Rolling }'),
      ),
      [],
    ],
  ],
});
