import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/vpn-single-tunnel',
  title: 'VPN without a second tunnel',
  dimension: 'reliability',
  severity: 'medium',
  why: 'A classic VPN gateway has one interface, so that each maintenance and each fault of the line cuts the connection; Google’s service level agreement asks for two tunnels over the two interfaces of an HA gateway.',
  controls: ['soc2:A1.2'],
  sources: ['https://cloud.google.com/network-connectivity/docs/vpn/concepts/topologies'],
  visits: resources('google_compute_vpn_gateway', 'google_compute_ha_vpn_gateway'),
  judge({ resource }, graph) {
    if (isNonProduction(resource)) return;
    if (resource.type === 'google_compute_vpn_gateway')
      return {
        message: `${resource.address} is a classic gateway with one interface, and is cut off at each fault of it: use a google_compute_ha_vpn_gateway with two tunnels.`,
      };
    const tunnels = new Set(
      graph.to(resource).flatMap(({ from }) => (from.type === 'google_compute_vpn_tunnel' ? [from] : [])),
    );
    if (tunnels.size !== 1) return;
    const [tunnel] = tunnels;
    if (tunnel!.address.includes('[?]')) return;
    return {
      message: `${resource.address} has one tunnel, ${tunnel!.address}: add a second one over its other interface.`,
    };
  },
  examples: {
    bad: 'resource "google_compute_vpn_gateway" "office" {\n  name    = "office"\n  network = "shop"\n}\n',
    good: 'resource "google_compute_ha_vpn_gateway" "office" {\n  name    = "office"\n  network = "shop"\n}\n',
  },
});
