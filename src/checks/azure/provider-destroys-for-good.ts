import type { Selector, Subject } from '../../graph/selector.ts';
import { isApplied, roots } from '../../graph/terraform/settings.ts';
import { check, type Fault } from '../check.ts';

/** Switches of the provider that take away what Azure would still have kept, and the value that does. Source: azurerm, The Features Block. */
const switches: readonly (readonly [path: readonly [string, string], dangerous: boolean, says: string])[] = [
  [
    ['resource_group', 'prevent_deletion_if_contains_resources'],
    false,
    'deletes a resource group together with everything in it that Terraform does not know',
  ],
  [
    ['key_vault', 'purge_soft_delete_on_destroy'],
    true,
    'erases a key vault for good when it is destroyed, instead of leaving it in the bin',
  ],
  [
    ['key_vault', 'purge_soft_deleted_keys_on_destroy'],
    true,
    'erases keys for good when they are destroyed, with all that they encrypt',
  ],
  [
    ['log_analytics_workspace', 'permanently_delete_on_destroy'],
    true,
    'erases a workspace for good when it is destroyed, instead of leaving it in the bin',
  ],
  [
    ['recovery_services_vault', 'purge_protected_items_from_vault_on_destroy'],
    true,
    'erases all backups together with their vault',
  ],
  [['netapp', 'prevent_volume_destruction'], false, 'deletes volumes with the data in them'],
];

/** Those of examples and of published modules destroy nothing that anybody keeps. */
const azurerm: Selector<Subject> = {
  of: 'azurerm provider blocks',
  find: (graph) =>
    graph
      .select(roots)
      .filter(isApplied)
      .flatMap(({ members }) =>
        members
          .filter(({ type, name }) => type === 'provider' && name === 'azurerm')
          .map((resource) => ({ resource, node: resource.body })),
      ),
};

export default check({
  id: 'azure/provider-destroys-for-good',
  title: 'Provider told to destroy for good',
  dimension: 'disaster-recovery',
  severity: 'medium',
  why: 'Azure keeps what is deleted for days, so that a mistaken destroy can be undone. These switches take that away for everything in the root, by one line that is handy in tests and is copied from there.',
  controls: ['soc2:A1.2'],
  sources: ['https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/features-block'],
  visits: azurerm,
  judge({ resource, node }): readonly Fault[] {
    if (
      resource.unit.environment !== undefined &&
      /^(dev|test|ci|sandbox|preview)/i.test(resource.unit.environment)
    )
      return [];
    return switches.flatMap(([path, dangerous, says]) => {
      const setting = node.get('features', ...path);
      if (setting?.flag() !== dangerous) return [];
      return [
        {
          message: `The provider ${says} (${path.join('.')} = ${dangerous}): take that out where anything is kept.`,
          at: setting,
          key: path.join('.'),
          fix: {
            safety: 'unsafe' as const,
            summary: `set ${path.join('.')} to ${!dangerous}`,
            edits: [{ op: 'replace' as const, node: setting, value: !dangerous }],
          },
        },
      ];
    });
  },
  examples: {
    bad: 'resource "azurerm_resource_group" "shop" {\n  name     = "shop"\n  location = "westeurope"\n}\n\nprovider "azurerm" {\n  features {\n    resource_group {\n      prevent_deletion_if_contains_resources = false\n    }\n  }\n}\n',
    good: 'resource "azurerm_resource_group" "shop" {\n  name     = "shop"\n  location = "westeurope"\n}\n\nprovider "azurerm" {\n  features {}\n}\n',
  },
});
