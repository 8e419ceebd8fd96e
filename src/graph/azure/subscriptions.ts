import type { Selector } from '../selector.ts';
import { isApplied, type Root, roots } from '../terraform/settings.ts';

/** What only a root has that looks after a whole subscription. */
const types =
  /^azurerm_(subscription|management_group|(subscription|management_group)_(policy_assignment|policy_exemption)|policy_definition|security_center_(subscription_pricing|contact|auto_provisioning)|monitor_log_profile|management_group_subscription_association)$/;

export const subscriptionRoots: Selector<Root> = {
  of: 'roots that look after a subscription',
  find: (graph) =>
    graph
      .select(roots)
      .filter((root) => isApplied(root) && root.members.some(({ type }) => types.test(type))),
};

/** The resource by which a root shows that it looks after a subscription. */
export function witnessOf({ members, resource }: Root): Root['resource'] {
  return members.find(({ type }) => types.test(type)) ?? resource;
}
