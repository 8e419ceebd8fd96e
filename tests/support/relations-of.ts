import { readFiles } from './read-example.ts';

/** Relations as text; those into a namespace are left out unless they are asked for. */
export async function relationsOf(
  files: Record<string, string>,
  kinds = /^(?!placed-in)/,
): Promise<string[]> {
  const { graph } = await readFiles(files);
  return graph.relations
    .filter(({ kind }) => kinds.test(kind))
    .map(({ kind, from, to }) => `${from.address} ${kind} ${to.address}`)
    .sort();
}

/** A workload of the namespace `shop`. */
export const workload = (name: string, container = '', rest = '', kind = 'Deployment') => `---
apiVersion: apps/v1
kind: ${kind}
metadata: { name: ${name}, namespace: shop }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers: [{ name: main, image: "registry.example.com/${name}:1"${container} }]
${rest}`;

/** A Service that selects the workload of its name. */
export const service = (
  name: string,
  namespace = 'shop',
  spec = `selector: { app: ${name} }, ports: [{ port: 80 }]`,
) => `---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec: { ${spec} }
`;

/** Any object of the namespace `shop`. */
export const object = (apiVersion: string, kind: string, name: string, rest = '') => `---
apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: ${name}, namespace: shop }
${rest}
`;
