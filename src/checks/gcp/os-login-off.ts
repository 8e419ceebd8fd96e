import { isOn } from '../../graph/gcp/machines.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

const name = 'enable-oslogin';

export default check({
  id: 'gcp/os-login-off',
  title: 'OS Login switched off',
  dimension: 'security',
  severity: 'medium',
  why: 'OS Login ties SSH to the accounts and IAM roles of people, with a second factor where it is asked for, and a person who leaves loses it at once. Keys in metadata stay until somebody thinks of them.',
  sameAs: [
    'checkov:CKV_GCP_33',
    'checkov:CKV_GCP_34',
    'kics:terraform/gcp/os_login_disabled',
    'kics:terraform/gcp/os_login_is_disabled_for_vm_instance',
    'trivy:GCP-0036',
    'trivy:GCP-0042',
  ],
  controls: ['cis-gcp:4.4', 'pci-dss:8.2.1', 'soc2:CC6.1'],
  sources: ['https://cloud.google.com/compute/docs/oslogin'],
  visits: resources(
    'google_compute_project_metadata',
    'google_compute_project_metadata_item',
    'google_compute_instance',
    'google_compute_instance_template',
    'google_compute_region_instance_template',
    'google_compute_instance_from_template',
  ),
  judge({ resource, node }) {
    if (resource.type === 'google_compute_project_metadata_item' && node.text('key') !== name) return;
    const setting =
      resource.type === 'google_compute_project_metadata_item'
        ? node.get('value')
        : node.get('metadata', name);
    const on = isOn(setting);
    if (on === true) return;
    if (on === undefined) {
      // what a project says nothing about is only told for the project
      if (resource.type !== 'google_compute_project_metadata' || node.get('metadata') === undefined) return;
      return {
        message: `${resource.address} sets the metadata of its project without OS Login: add ${name} = "TRUE".`,
        at: node.get('metadata')!,
        severity: 'low',
      };
    }
    return {
      message: `${resource.address} switches OS Login off, so that keys in metadata open it: set ${name} to "TRUE".`,
      at: setting!,
      fix: {
        safety: 'unsafe',
        summary: `set ${name} to "TRUE" (people need roles/compute.osLogin)`,
        edits: [{ op: 'replace', node: setting!, value: 'TRUE' }],
      },
    };
  },
  examples: {
    bad: 'resource "google_compute_project_metadata_item" "login" {\n  key   = "enable-oslogin"\n  value = "FALSE"\n}\n',
    good: 'resource "google_compute_project_metadata_item" "login" {\n  key   = "enable-oslogin"\n  value = "TRUE"\n}\n',
  },
});
