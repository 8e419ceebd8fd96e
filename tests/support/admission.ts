import { Environment } from '@marcbachmann/cel-js';
import { load } from 'js-yaml';

interface Policy {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly matchConstraints: {
      readonly resourceRules: readonly { readonly resources: readonly string[] }[];
    };
    readonly matchConditions: readonly { readonly name: string; readonly expression: string }[];
    readonly variables?: readonly { readonly name: string; readonly expression: string }[];
    readonly validations: readonly { readonly expression: string; readonly message: string }[];
  };
}

/** What comes with an object when the API server holds it against a policy. */
export interface Request {
  readonly namespace: string;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly params?: unknown;
}

/** Reads a ValidatingAdmissionPolicy. */
export function readPolicy(text: string): Policy {
  return load(text) as Policy;
}

/**
 * The messages of a policy about an object, as the API server evaluates it: match conditions, variables when they are
 * asked for, validations. Source: Kubernetes, Validating Admission Policy.
 */
export function judgeAdmission({ spec }: Policy, object: object, request: Request): string[] {
  const { kind } = object as { readonly kind: string };
  const matched = spec.matchConstraints.resourceRules.flatMap(({ resources }) => resources);
  const plural = `${kind.toLowerCase()}${kind.endsWith('s') ? 'es' : 's'}`;
  if (!matched.includes(plural)) throw new Error(`no ${kind} is held against this policy`);
  const environment = new Environment({ enableOptionalTypes: true, unlistedVariablesAreDyn: true });
  const given = {
    object: plain(object),
    params: plain(request.params),
    request: { namespace: request.namespace },
    namespaceObject: { metadata: { name: request.namespace, annotations: request.annotations ?? {} } },
  };
  const variables: Record<string, unknown> = {};
  const evaluate = (expression: string) => environment.evaluate(expression, { ...given, variables });
  // the API server hands match conditions no namespace, and refuses what it cannot evaluate
  const matches = (expression: string) =>
    environment.evaluate(expression, { ...given, namespaceObject: null, variables });
  if (spec.matchConditions.some(({ expression }) => matches(expression) !== true)) return [];
  for (const { name, expression } of spec.variables ?? []) variables[name] = evaluate(expression);
  return spec.validations
    .filter(({ expression }) => evaluate(expression) !== true)
    .map(({ message }) => message);
}

/** Numbers of JSON are integers of CEL. */
function plain(value: unknown): unknown {
  if (typeof value === 'number') return BigInt(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}
