import type { Resource } from '../../model/resource.ts';
import { type ApiSchemas, apiSchemas, type ObjectSchema } from '../../read/kubernetes/api-schemas.ts';
import { newestVersion } from '../../read/kubernetes/api-version.ts';
import { validateCustomResource } from '../../read/kubernetes/validate-custom-resource.ts';
import { validateObject } from '../../read/kubernetes/validate-object.ts';
import type { Violation } from '../../read/kubernetes/violation.ts';
import type { Graph } from '../graph.ts';
import type { Selector, Subject } from '../selector.ts';
import { schemasOf } from './custom-resource-schemas.ts';

/** An object with its API version, the way its unit's Kubernetes sees it. */
export interface ApiObject extends Subject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly schemas: ApiSchemas;
}

/** An object whose schema is known, with all that does not fit; found out once for all checks that ask. */
export interface ValidatedObject extends Subject {
  readonly violations: readonly Violation[];
}

/** All Kubernetes objects. */
export const apiObjects: Selector<ApiObject> = {
  of: 'Kubernetes objects',
  find: (graph) =>
    graph.resources
      .filter(({ source }) => source === 'kubernetes')
      .map((resource) => ({
        resource,
        node: resource.body,
        apiVersion: textOf(resource, 'apiVersion'),
        kind: textOf(resource, 'kind'),
        schemas: apiSchemas(resource.unit.kubernetesVersion ?? newestVersion),
      })),
};

/** Objects that the version of Kubernetes of their unit serves itself. */
export const validatedObjects: Selector<ValidatedObject> = {
  of: 'Kubernetes objects',
  find: (graph) =>
    graph.select(apiObjects).flatMap(({ resource, node, apiVersion, kind, schemas }) => {
      const schema = schemas.ofKind(apiVersion, kind);
      return schema ? [new BuiltIn(resource, node, schema, schemas)] : [];
    }),
};

class BuiltIn implements ValidatedObject {
  #violations: readonly Violation[] | undefined;

  constructor(
    readonly resource: Resource,
    readonly node: Subject['node'],
    private readonly schema: ObjectSchema,
    private readonly schemas: ApiSchemas,
  ) {}

  get violations(): readonly Violation[] {
    this.#violations ??= validateObject(this.node, this.schema, this.schemas);
    return this.#violations;
  }
}

/** Custom resources whose definition is in the repository. Where several define it, the one that fits best counts. */
export const validatedCustomResources: Selector<ValidatedObject> = {
  of: 'custom resources',
  find: (graph: Graph) =>
    graph.select(apiObjects).flatMap(({ resource, node, apiVersion, kind }) => {
      const schemas = schemasOf(graph, resource, apiVersion, kind);
      if (schemas.length === 0) return [];
      const [best = []] = schemas
        .map((schema) => validateCustomResource(node, schema))
        .sort((a, b) => a.length - b.length);
      return [{ resource, node, violations: best }];
    }),
};

function textOf({ body }: Resource, key: string): string {
  const content = body.peek(key)?.content;
  return typeof content === 'string' ? content : '';
}
