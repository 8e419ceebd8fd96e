import { resources } from '../../graph/selector.ts';
import type { Node, Path } from '../../model/node.ts';
import { check } from '../check.ts';

interface Setting {
  readonly path: Path;
  readonly isPrivate: (value: Node | undefined) => boolean;
  readonly advice: string;
}

/** How the workers of each service are kept off the internet; unless they are, they are on it. Source: Terraform Google provider. */
const settings: Readonly<Record<string, Setting>> = {
  google_dataproc_cluster: {
    path: ['cluster_config', 'gce_cluster_config', 'internal_ip_only'],
    isPrivate: isTrue,
    advice: 'true',
  },
  google_dataflow_job: {
    path: ['ip_configuration'],
    isPrivate: (value) => value?.text() === 'WORKER_IP_PRIVATE',
    advice: '"WORKER_IP_PRIVATE"',
  },
  google_cloudbuild_worker_pool: {
    path: ['worker_config', 'no_external_ip'],
    isPrivate: isTrue,
    advice: 'true',
  },
  google_data_fusion_instance: { path: ['private_instance'], isPrivate: isTrue, advice: 'true' },
  google_notebooks_instance: { path: ['no_public_ip'], isPrivate: isTrue, advice: 'true' },
  google_notebooks_runtime: {
    path: ['virtual_machine', 'virtual_machine_config', 'internal_ip_only'],
    isPrivate: isTrue,
    advice: 'true',
  },
  google_workbench_instance: {
    path: ['gce_setup', 'disable_public_ip'],
    isPrivate: isTrue,
    advice: 'true',
  },
  google_tpu_v2_vm: {
    path: ['network_config', 'enable_external_ips'],
    isPrivate: (value) => value?.flag() === false,
    advice: 'false',
  },
};

export default check({
  id: 'gcp/service-public-address',
  title: 'Workers of a service with public addresses',
  dimension: 'security',
  severity: 'medium',
  why: 'Notebooks and workers of data services run code of many authors with rights on much data. With public addresses one firewall rule too many opens them; without, they reach Google through Private Google Access and the rest through Cloud NAT.',
  sameAs: [
    'checkov:CKV_GCP_86',
    'checkov:CKV_GCP_87',
    'checkov:CKV_GCP_89',
    'checkov:CKV_GCP_94',
    'checkov:CKV_GCP_103',
    'checkov:CKV2_GCP_28',
    'checkov:CKV2_GCP_32',
    'checkov:CKV2_GCP_36',
    'kics:terraform/gcp/dataproc_cluster_has_public_ip',
  ],
  controls: ['pci-dss:1.4.4', 'soc2:CC6.6'],
  sources: ['https://cloud.google.com/dataproc/docs/concepts/configuring-clusters/network'],
  visits: resources(...Object.keys(settings)),
  judge({ resource, node }) {
    const { path, isPrivate, advice } = settings[resource.type]!;
    const setting = node.get(...path);
    if (isPrivate(setting)) return;
    return {
      message: `${resource.address} gives its workers addresses of the internet: set ${path.join('.')} to ${advice}.`,
      at: setting ?? node,
    };
  },
  examples: {
    bad: 'resource "google_workbench_instance" "analysis" {\n  name     = "analysis"\n  location = "europe-west3-a"\n}\n',
    good: 'resource "google_workbench_instance" "analysis" {\n  name     = "analysis"\n  location = "europe-west3-a"\n\n  gce_setup {\n    disable_public_ip = true\n  }\n}\n',
  },
});

function isTrue(value: Node | undefined): boolean {
  return value?.flag() === true;
}
