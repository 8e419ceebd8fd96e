import { expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';

/** A Service for one pod of a StatefulSet, by a label that no template shows. */
const manifests = (name: string) => `apiVersion: v1
kind: Service
metadata: { name: redis-0 }
spec:
  selector: { app: ${name}, statefulset.kubernetes.io/pod-name: redis-0 }
  ports: [{ port: 6379 }]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: redis }
spec:
  selector: { matchLabels: { app: redis } }
  template:
    metadata: { labels: { app: redis } }
    spec:
      containers: [{ name: redis, image: "redis:7.4.2" }]
`;

it('selects by what a template shows, and leaves out labels that controllers add', async () => {
  const selectedBy = async (name: string) => {
    const { graph } = await readFiles({ 'redis.yaml': manifests(name) });
    return graph.from(graph.ofType('Service')[0]!, 'selects').map(({ to }) => to.address);
  };
  expect(await selectedBy('redis')).toEqual(['StatefulSet/redis']);
  expect(await selectedBy('valkey')).toEqual([]);
});
