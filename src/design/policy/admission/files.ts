import type { Architecture } from '../../architecture.ts';
import { table } from '../../documents/markdown.ts';
import type { Environment } from '../../environment.ts';
import { FileSet, type Files } from '../../target.ts';
import { type YamlMap, yaml, yamlStream } from '../../yaml/yaml.ts';
import { bindingOf, policyOf } from './policy.ts';
import { rulesOf } from './rules.ts';
import { exceptionOf } from './variables.ts';

/** Namespaces of a new cluster, and what the platform brings: their pods may do what teams' may not. */
const spared = [
  'kube-system',
  'kube-node-lease',
  'kube-public',
  // agents that AWS puts into clusters
  'amazon-cloudwatch',
  'amazon-guardduty',
  'argo-rollouts',
  'argocd',
  'cert-manager',
  'cnpg-system',
  'data',
  'external-dns',
  'external-secrets',
  'flux-system',
  'ingress-nginx',
  'istio-system',
  'linkerd',
  'linkerd-cni',
  'monitoring',
  'vault',
  'velero',
] as const;

/** Policies that clusters hold workloads against, told only in the first environment where others follow. */
export function admissionFiles(architecture: Architecture): Files {
  const files = new FileSet();
  const clusters = architecture.environments.filter(({ cluster }) => cluster);
  if (clusters.length === 0) return files.files;
  const rules = rulesOf(architecture);
  for (const rule of rules)
    files.add(`policy/admission/base/${rule.name}.yaml`, yaml(policyOf(rule, architecture), rule.about));
  files.add(
    'policy/admission/base/kustomization.yaml',
    kustomization(rules.map(({ name }) => `${name}.yaml`)),
  );
  for (const environment of clusters) {
    const folder = `policy/admission/overlays/${environment.name}`;
    const enforced = isEnforced(environment, clusters);
    files.add(
      `${folder}/bindings.yaml`,
      yamlStream(
        rules.map((rule) => bindingOf(rule, { enforced, spared: sparedIn(environment) })),
        enforced
          ? `${environment.name} refuses what breaks a rule.`
          : `${environment.name} comes first: what breaks a rule is told here, and refused from the next environment on.`,
      ),
    );
    files.add(`${folder}/kustomization.yaml`, kustomization(['../../base', 'bindings.yaml']));
  }
  return files.add('policy/admission/README.md', readme(architecture, clusters)).files;
}

/** A team that is called like an add-on is a team. */
function sparedIn({ namespaces }: Environment): string[] {
  return spared.filter((name) => !namespaces.some((namespace) => namespace.name === name));
}

function isEnforced(environment: Environment, clusters: readonly Environment[]): boolean {
  return environment.production || clusters[0] !== environment;
}

function kustomization(resources: readonly string[]): string {
  return yaml({
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources,
  } satisfies YamlMap);
}

function readme(architecture: Architecture, clusters: readonly Environment[]): string {
  const told = clusters.filter((environment) => !isEnforced(environment, clusters)).map(({ name }) => name);
  return `# What a cluster takes

The API server itself holds every workload of a team against these rules (ValidatingAdmissionPolicy, in CEL). There is no webhook that could be down, and no add-on to patch; what they cannot do is to look into a registry: ${architecture.delivery.ci === 'github' ? 'signatures are checked by the pipeline, before it writes a digest into the manifests.' : 'signatures are not checked here.'}

${table(
  ['Rule', 'What it asks for', 'The same in files'],
  rulesOf(architecture).map(({ name, about, checks }) => [
    name,
    about,
    checks.map((id) => `\`${id}\``).join(', '),
  ]),
)}
${told.length > 0 ? `In ${told.join(', ')} what breaks a rule is told (as a warning, and in the audit log) and let through; everywhere else it is refused.` : 'What breaks a rule is refused, and written into the audit log.'}

## An exception

The owner of the platform writes it into the Namespace, with the last day on which it holds:

\`\`\`yaml
metadata:
  annotations:
    ${exceptionOf('images')}: importer=2027-01-31
\`\`\`

Pods of \`importer\` (by the label \`app.kubernetes.io/name\`) are then not held against the rule \`images\`. After that day no new pod of it starts: the exception ends by itself. Several are separated by commas, without spaces. Teams cannot write it, as Namespaces are not theirs.
`;
}
