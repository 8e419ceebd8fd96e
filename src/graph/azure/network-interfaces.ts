import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';

const scaleSets = [
  'azurerm_linux_virtual_machine_scale_set',
  'azurerm_windows_virtual_machine_scale_set',
  'azurerm_orchestrated_virtual_machine_scale_set',
  'azurerm_virtual_machine_scale_set',
] as const;

/** What declares network interfaces: by itself, or for each machine of a set. */
export const interfaceTypes = ['azurerm_network_interface', ...scaleSets] as const;

/** The interfaces that a resource declares. @throws Undecided */
export function interfacesOf({ type, body }: Resource): readonly Node[] {
  if (type === 'azurerm_network_interface') return [body];
  return body.list(type === 'azurerm_virtual_machine_scale_set' ? 'network_profile' : 'network_interface');
}
