import { enforces } from '../../graph/gcp/organization-policies.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/project-default-network',
  title: 'Project that is born with an open network',
  dimension: 'security',
  severity: 'medium',
  why: 'A new project gets a network called default with a subnet in every region and rules that let SSH, Remote Desktop and ping in from everywhere. Whatever names no network ends up in it. Make the project without, and a network that is meant.',
  sameAs: [
    'checkov:CKV_GCP_27',
    'kics:terraform/gcp/google_project_auto_create_network_disabled',
    'trivy:GCP-0010',
  ],
  controls: ['cis-gcp:3.1', 'pci-dss:1.2.1', 'soc2:CC6.6'],
  sources: ['https://cloud.google.com/vpc/docs/vpc#default-network'],
  visits: resources('google_project'),
  judge({ resource, node }, graph) {
    const setting = node.get('auto_create_network');
    if (setting?.flag() === false || enforces(graph, 'compute.skipDefaultNetworkCreation')) return;
    return {
      message: `${resource.address} is made with the default network, open for SSH and Remote Desktop: set auto_create_network to false.`,
      at: setting ?? node,
      fix: {
        safety: 'unsafe',
        summary: 'set auto_create_network to false (what names no network has none)',
        edits: [{ op: 'set', in: node, path: ['auto_create_network'], value: false }],
      },
    };
  },
  examples: {
    bad: 'resource "google_project" "shop" {\n  name       = "shop"\n  project_id = "acme-shop"\n}\n',
    good: 'resource "google_project" "shop" {\n  name                = "shop"\n  project_id          = "acme-shop"\n  auto_create_network = false\n}\n',
  },
});
