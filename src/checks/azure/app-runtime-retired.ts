import { everyApp } from '../../graph/azure/apps.ts';
import { retiredRuntimes } from '../../graph/azure/retirements.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/app-runtime-retired',
  title: 'Application on a retired runtime',
  dimension: 'security',
  severity: 'medium',
  why: 'A retired version of a language gets no security patches, and App Service takes it away some time later: then the application cannot be deployed any more, in the middle of whatever it should mend.',
  sameAs: [
    'checkov:CKV_AZURE_80',
    'checkov:CKV_AZURE_81',
    'checkov:CKV_AZURE_82',
    'checkov:CKV_AZURE_83',
    'kics:terraform/azure/app_service_without_latest_php_version',
    'kics:terraform/azure/app_service_without_latest_python_version',
    'trivy:AZU-0069',
    'trivy:AZU-0070',
  ],
  controls: ['cis-azure:9.5', 'cis-azure:9.6', 'cis-azure:9.7', 'pci-dss:6.3.3', 'soc2:CC7.1'],
  sources: [
    'https://learn.microsoft.com/en-us/azure/app-service/language-support-policy',
    'https://endoflife.date/',
  ],
  visits: resources(...everyApp),
  judge({ resource, node }) {
    for (const [language, version] of runtimesOf(node)) {
      const text = version.text();
      if (text === undefined || !isRetired(language, text)) continue;
      return {
        message: `${resource.address} runs on ${language} ${text}, which gets no patches any more: move it to a version that does.`,
        at: version,
      };
    }
    return;
  },
  examples: {
    bad: 'resource "azurerm_linux_web_app" "shop" {\n  name                = "acme-shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  service_plan_id     = var.plan_id\n  https_only          = true\n\n  site_config {\n    application_stack {\n      python_version = "3.7"\n    }\n  }\n}\n\nvariable "plan_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_linux_web_app" "shop" {\n  name                = "acme-shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  service_plan_id     = var.plan_id\n  https_only          = true\n\n  site_config {\n    application_stack {\n      python_version = "3.13"\n    }\n  }\n}\n\nvariable "plan_id" {\n  type = string\n}\n',
  },
});

/** Arguments that name the version of a language, of both generations of the provider. */
const versions: readonly (readonly [language: string, argument: string])[] = [
  ['Python', 'python_version'],
  ['PHP', 'php_version'],
  ['Node.js', 'node_version'],
  ['.NET', 'dotnet_version'],
  ['.NET', 'dotnet_framework_version'],
  ['Ruby', 'ruby_version'],
  ['Go', 'go_version'],
  ['Java', 'java_version'],
];

/** What apps of the flexible plan call their languages. */
const runtimes: Readonly<Record<string, string>> = {
  python: 'Python',
  node: 'Node.js',
  'dotnet-isolated': '.NET',
};

function runtimesOf(node: Node): readonly (readonly [string, Node])[] {
  const language = runtimes[node.text('runtime_name') ?? ''];
  const own = language && node.get('runtime_version');
  if (own) return [[language, own]];
  return versions.flatMap(([language, argument]) => {
    const version =
      node.get('site_config', 'application_stack', argument) ?? node.get('site_config', argument);
    return version ? [[language, version] as const] : [];
  });
}

function isRetired(language: string, text: string): boolean {
  const found = /^[v~]?(\d+)(?:\.(\d+))?/.exec(text);
  const newest = retiredRuntimes[language];
  if (!found || !newest) return false;
  const [major, minor] = [Number(found[1]), Number(found[2] ?? 0)];
  // .NET Framework 4 is a part of Windows and patched with it
  if (language === '.NET' && major === 4) return false;
  return major < newest[0] || (major === newest[0] && minor <= newest[1]);
}
