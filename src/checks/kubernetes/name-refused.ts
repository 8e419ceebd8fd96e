import { isTemplate, subdomainFault } from '../../graph/kubernetes/name-syntax.ts';
import { validatedObjects } from '../../graph/kubernetes/validated-objects.ts';
import { check } from '../check.ts';

/** Those become a part of a name in DNS. */
const oneLabel = new Set(['Namespace', 'Service']);

export default check({
  id: 'kubernetes/name-refused',
  title: 'Name that the Kubernetes API does not take',
  dimension: 'functionality',
  severity: 'high',
  why: 'Names of objects become parts of host names, files and labels, so that capitals, underscores and blanks are refused: the object is not made, and with it often the whole release; schemas say nothing of it.',
  sources: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#names'],
  visits: validatedObjects,
  judge({ resource, node }) {
    // roles and bindings have names such as system:node
    if (node.text('apiVersion')?.startsWith('rbac.authorization.k8s.io/')) return;
    const name = node.text('metadata', 'name');
    if (name === undefined || name === '' || isTemplate(name)) return;
    const fault = subdomainFault(name) ?? (oneLabel.has(resource.type) ? labelFault(name) : undefined);
    if (!fault) return;
    return {
      at: node.get('metadata', 'name')!,
      message: `The API server refuses the name ${JSON.stringify(name)} of this ${resource.type}: ${fault}.`,
    };
  },
  examples: {
    bad: `apiVersion: v1
kind: ConfigMap
metadata:
  name: Order_Settings
data: { level: info }
`,
    good: `apiVersion: v1
kind: ConfigMap
metadata:
  name: order-settings
data: { level: info }
`,
  },
});

function labelFault(name: string): string | undefined {
  if (name.length > 63) return `it has ${name.length} characters, and 63 are taken`;
  return name.includes('.') ? 'it may have no dots' : undefined;
}
