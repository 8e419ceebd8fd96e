import type { Blueprint, DatastoreType } from '../blueprint.ts';
import type { Complaint } from '../complaint.ts';

/** Keys that change what is made, and what they are for. */
const kinds: Readonly<Record<string, readonly DatastoreType[]>> = {
  fifo: ['queue', 'topic'],
  key: ['table'],
  sort: ['table'],
};

/** Keys that say nothing of the type that they stand at: whoever wrote them expects something. */
export function checkUnfit({ datastores, source }: Blueprint): Complaint[] {
  return datastores.flatMap(({ name, type }) => {
    const written = source.peek('datastores')?.peek(name);
    return Object.entries(kinds).flatMap(([key, types]): Complaint[] =>
      types.includes(type) || written?.peek(key) === undefined
        ? []
        : [
            {
              path: ['datastores', name, key],
              message: `a ${type} has no ${key}, which is for ${types.join(' and ')}: leave it out`,
            },
          ],
    );
  });
}
