import type { Selector, Subject } from '../selector.ts';

/** Subnets that machines stand in; those that only proxies, attachments and migrations use take no such settings. */
export const subnets: Selector<Subject> = {
  of: 'subnets of machines',
  find: (graph) =>
    graph
      .ofType('google_compute_subnetwork')
      .filter(({ body }) => {
        const purpose = body.peek('purpose')?.content;
        return typeof purpose !== 'string' || /^PRIVATE(_RFC_1918)?$/.test(purpose);
      })
      .map((resource) => ({ resource, node: resource.body })),
};
