import type { Architecture } from '../../architecture.ts';
import type { YamlMap } from '../../yaml/yaml.ts';
import type { Rule } from './rule.ts';
import {
  entranceResources,
  isExcepted,
  rolloutResources,
  secretResources,
  serviceResources,
  variables,
  workloadResources,
} from './variables.ts';

const api = 'admissionregistration.k8s.io/v1';

/** A rule as a policy that the API server itself evaluates. */
export function policyOf(rule: Rule, { platform }: Architecture): YamlMap {
  const resources = {
    services: serviceResources,
    secrets: secretResources,
    entrances: entranceResources,
    workloads: [...workloadResources, ...(platform.progressive ? [rolloutResources] : [])],
  }[rule.subject];
  return {
    apiVersion: api,
    kind: 'ValidatingAdmissionPolicy',
    metadata: {
      name: nameOf(rule),
      annotations: {
        'policy.plinth.dev/about': rule.about,
        ...(rule.checks.length > 0 && { 'policy.plinth.dev/checks': rule.checks.join(' ') }),
      },
    },
    spec: {
      failurePolicy: 'Fail',
      ...(rule.needsPolicy !== undefined && {
        paramKind: { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' },
      }),
      matchConstraints: {
        resourceRules: resources.map((one) => ({
          apiGroups: [...one.apiGroups],
          apiVersions: [...one.apiVersions],
          operations: ['CREATE', 'UPDATE'],
          resources: [...one.resources],
        })),
      },
      matchConditions: [
        // what is being deleted only loses its finalizers
        { name: 'is-to-stay', expression: '!has(object.metadata.deletionTimestamp)' },
      ],
      variables: [
        // no match condition, as the API server hands those no namespace
        { name: 'isExcepted', expression: isExcepted(rule.name) },
        ...(rule.subject === 'workloads' ? variables : []).map(([name, expression]) => ({
          name,
          expression,
        })),
      ],
      validations: rule.validations.map(({ expression, message }) => ({
        expression: `variables.isExcepted || (${expression})`,
        message,
        reason: 'Forbidden',
      })),
      auditAnnotations: [
        {
          key: 'subject',
          valueExpression: `object.kind + ' ' + object.metadata.?name.orValue(object.metadata.?generateName.orValue(''))`,
        },
      ],
    },
  };
}

export interface Strictness {
  /** `false` where what breaks a rule is told and let through */
  readonly enforced: boolean;
  /** namespaces that the platform itself looks after */
  readonly spared: readonly string[];
}

/** Where a policy holds, and what follows when it is broken. */
export function bindingOf(rule: Rule, { enforced, spared }: Strictness): YamlMap {
  return {
    apiVersion: api,
    kind: 'ValidatingAdmissionPolicyBinding',
    metadata: { name: nameOf(rule) },
    spec: {
      policyName: nameOf(rule),
      validationActions: enforced ? ['Deny', 'Audit'] : ['Warn', 'Audit'],
      ...(rule.needsPolicy !== undefined && {
        paramRef: { name: rule.needsPolicy, parameterNotFoundAction: 'Deny' },
      }),
      matchResources: {
        namespaceSelector: {
          matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: [...spared] }],
        },
      },
    },
  };
}

export function nameOf({ name }: Rule): string {
  return `plinth-${name}`;
}
