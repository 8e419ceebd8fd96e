import { everyApp } from '../../graph/azure/apps.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/app-cors-open',
  title: 'Application that scripts of every website may call',
  dimension: 'security',
  severity: 'low',
  why: 'With * any website that one of your users opens may call the application from their browser and read the answer, and with credentials allowed it does so in their name. Name the websites that are yours.',
  sameAs: ['checkov:CKV_AZURE_57', 'checkov:CKV_AZURE_62'],
  controls: ['soc2:CC6.6'],
  sources: ['https://learn.microsoft.com/en-us/azure/app-service/app-service-web-tutorial-rest-api'],
  visits: resources(...everyApp),
  judge({ resource, node }) {
    const cors = node.get('site_config', 'cors');
    const open = cors?.list('allowed_origins').find((origin) => origin.text() === '*');
    if (!cors || !open) return;
    const signedIn = cors.flag('support_credentials') === true;
    return {
      message: `Scripts of every website may call ${resource.address}${signedIn ? ' in the name of who is signed in' : ''}: list the origins that are yours instead of *.`,
      at: open,
      ...(signedIn && { severity: 'high' }),
    };
  },
  examples: {
    bad: 'resource "azurerm_linux_web_app" "shop" {\n  name                = "acme-shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  service_plan_id     = var.plan_id\n  https_only          = true\n\n  site_config {\n    cors {\n      allowed_origins = ["*"]\n    }\n  }\n}\n\nvariable "plan_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_linux_web_app" "shop" {\n  name                = "acme-shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  service_plan_id     = var.plan_id\n  https_only          = true\n\n  site_config {\n    cors {\n      allowed_origins = ["https://shop.example.com"]\n    }\n  }\n}\n\nvariable "plan_id" {\n  type = string\n}\n',
  },
});
