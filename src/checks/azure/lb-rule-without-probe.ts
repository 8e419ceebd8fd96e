import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/lb-rule-without-probe',
  title: 'Load balancer that does not ask who is well',
  dimension: 'reliability',
  severity: 'medium',
  why: 'Without a probe the balancer sends its share of connections to a machine that hangs or is being restarted, and they fail for as long as that lasts. A probe of the port, or better of a health path, takes it out within seconds.',
  controls: ['soc2:A1.2'],
  sources: ['https://learn.microsoft.com/en-us/azure/load-balancer/load-balancer-custom-probe-overview'],
  visits: resources('azurerm_lb_rule'),
  judge({ resource, node }) {
    if (node.has('probe_id')) return;
    return {
      message: `${resource.address} also sends connections to machines that do not answer: add an azurerm_lb_probe and name it in probe_id.`,
    };
  },
  examples: {
    bad: 'resource "azurerm_lb_rule" "https" {\n  name                           = "https"\n  loadbalancer_id                = "/subscriptions/0b1f/balancer"\n  protocol                       = "Tcp"\n  frontend_port                  = 443\n  backend_port                   = 443\n  frontend_ip_configuration_name = "public"\n}\n',
    good: 'resource "azurerm_lb_probe" "https" {\n  name            = "https"\n  loadbalancer_id = "/subscriptions/0b1f/balancer"\n  protocol        = "Https"\n  port            = 443\n  request_path    = "/healthz"\n}\n\nresource "azurerm_lb_rule" "https" {\n  name                           = "https"\n  loadbalancer_id                = "/subscriptions/0b1f/balancer"\n  protocol                       = "Tcp"\n  frontend_port                  = 443\n  backend_port                   = 443\n  frontend_ip_configuration_name = "public"\n  probe_id                       = azurerm_lb_probe.https.id\n}\n',
  },
});
