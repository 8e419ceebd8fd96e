/** Web applications of App Service, of both generations of the provider. */
export const webApps = ['azurerm_app_service', 'azurerm_linux_web_app', 'azurerm_windows_web_app'] as const;

const webAppSlots = [
  'azurerm_app_service_slot',
  'azurerm_linux_web_app_slot',
  'azurerm_windows_web_app_slot',
] as const;

export const functionApps = [
  'azurerm_function_app',
  'azurerm_linux_function_app',
  'azurerm_windows_function_app',
  'azurerm_function_app_flex_consumption',
  'azurerm_logic_app_standard',
] as const;

export const functionAppSlots = [
  'azurerm_function_app_slot',
  'azurerm_linux_function_app_slot',
  'azurerm_windows_function_app_slot',
] as const;

export const everyApp = [...webApps, ...webAppSlots, ...functionApps, ...functionAppSlots] as const;

/** What a finding calls an application. */
export function kindOf(type: string): string {
  return type.includes('function') ? 'function app' : type.includes('logic') ? 'logic app' : 'web app';
}
