import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';

/** By this annotation a ServiceAccount stands for an identity of Entra ID. Source: Microsoft Entra Workload ID, service account annotations. */
const clientId = 'azure.workload.identity/client-id';

/** Where a ServiceAccount names the identity of Entra ID that its pods log in as. */
export function identityAnnotationOf(serviceAccount: Resource): Node | undefined {
  return serviceAccount.body.peek('metadata', 'annotations', clientId);
}
