import { expect, it } from 'vitest';
import { judgementOf } from '../../../tests/support/judgement-of.ts';
import check from './ip-forwarding-allowed.ts';

const machine =
  'resource "google_compute_instance" "router" {\n  name           = "router"\n  can_ip_forward = true\n}\n';

it.each([
  ['nothing leads through', '', 1],
  [
    'a route leads through',
    'resource "google_compute_route" "out" {\n  next_hop_instance = google_compute_instance.router.id\n}\n',
    0,
  ],
  [
    'is an appliance of a hub',
    'resource "google_network_connectivity_spoke" "site" {\n  linked_router_appliance_instances {\n    instances {\n      virtual_machine = google_compute_instance.router.id\n    }\n  }\n}\n',
    0,
  ],
  [
    'is handed to a module',
    'module "hub" {\n  source = "./hub"\n  spokes = { a = google_compute_instance.router.id }\n}\n',
    0,
  ],
])('knows a machine that %s', async (_, text, count) => {
  const files = { 'main.tf': machine + text, 'hub/main.tf': 'variable "spokes" {}\n' };
  expect(await judgementOf(check, files)).toHaveLength(count);
});
