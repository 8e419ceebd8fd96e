import { isForMachines, subnets } from '../../graph/gcp/subnets.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/subnet-google-access-missing',
  title: 'Subnet without Private Google Access',
  dimension: 'security',
  severity: 'low',
  why: 'Machines without a public address reach the APIs of Google, Cloud Storage and the registry among them, only through Private Google Access. Without it they fail, or get a public address or a NAT that is paid for every gigabyte. It costs nothing.',
  sameAs: [
    'checkov:CKV_GCP_74',
    'checkov:CKV_GCP_76',
    'kics:terraform/gcp/google_compute_subnetwork_with_private_google_access_disabled',
    'regula:FG_R00438',
    'trivy:GCP-0075',
  ],
  controls: ['pci-dss:1.4.4', 'soc2:CC6.6'],
  sources: ['https://cloud.google.com/vpc/docs/private-google-access'],
  visits: subnets,
  judge({ resource, node }) {
    if (!isForMachines(node)) return;
    const access = node.get('private_ip_google_access');
    const isPlain = access?.flag() !== true;
    const ipv6 = node.get('private_ipv6_google_access');
    const lacksIpv6 =
      node.text('stack_type') === 'IPV4_IPV6' &&
      (ipv6 === undefined || ipv6.text() === 'DISABLE_GOOGLE_ACCESS');
    if (!isPlain && !lacksIpv6) return;
    return {
      message: isPlain
        ? `${resource.address} gives machines without a public address no way to the APIs of Google: set private_ip_google_access to true.`
        : `${resource.address} has IPv6 addresses and no way to the APIs of Google over IPv6: set private_ipv6_google_access.`,
      at: (isPlain ? access : ipv6) ?? node,
      ...(isPlain && {
        fix: {
          safety: 'safe',
          summary: 'set private_ip_google_access to true',
          edits: [{ op: 'set', in: node, path: ['private_ip_google_access'], value: true }],
        },
      }),
    };
  },
  examples: {
    bad: 'resource "google_compute_subnetwork" "workers" {\n  name          = "workers"\n  network       = "shop"\n  ip_cidr_range = "10.2.0.0/16"\n}\n',
    good: 'resource "google_compute_subnetwork" "workers" {\n  name                     = "workers"\n  network                  = "shop"\n  ip_cidr_range            = "10.2.0.0/16"\n  private_ip_google_access = true\n}\n',
  },
});
