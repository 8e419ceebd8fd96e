import type { Fix } from '../../model/edit.ts';
import { validateObject } from '../../read/kubernetes/validate-object.ts';
import type { ApiObject } from './validated-objects.ts';

/** Kinds whose newer version means the same by the same fields, defaults included. Source: the deprecated API migration guide. */
const unchanged = new Set([
  'ClusterRole',
  'ClusterRoleBinding',
  'CronJob',
  'Lease',
  'PriorityClass',
  'Role',
  'RoleBinding',
  'RuntimeClass',
  'StorageClass',
  'VolumeAttributesClass',
]);

/** Moves an object to the API version that replaced its own, where it fits that as it is. */
export function replacementFix(
  { apiVersion, kind, node, schemas }: ApiObject,
  replacement: string | undefined,
): { readonly fix?: Fix } {
  const written = node.peek('apiVersion')?.source();
  const schema = replacement && !replacement.includes(' ') && schemas.ofKind(replacement, kind);
  if (!written || !replacement || !schema || validateObject(node, schema, schemas).length > 0) return {};
  return {
    fix: {
      safety: unchanged.has(kind) ? 'safe' : 'unsafe',
      summary: `change apiVersion from ${apiVersion} to ${replacement}`,
      edits: [{ op: 'replace', node: written, value: replacement }],
    },
  };
}
