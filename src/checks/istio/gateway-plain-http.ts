import { isTriedOut } from '../../graph/kubernetes/tried-out.ts';
import { itemsAt, textAt } from '../../graph/look.ts';
import { resources } from '../../graph/selector.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'istio/gateway-plain-http',
  title: 'Gateway that serves plain HTTP',
  dimension: 'security',
  severity: 'medium',
  why: 'What comes in without TLS can be read and changed on the way, cookies and passwords among it. A server for port 80 is there to send browsers on: tls.httpsRedirect: true.',
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: ['https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings'],
  visits: resources('Gateway.networking.istio.io'),
  judge({ resource, node }) {
    return itemsAt(node, 'spec', 'servers').flatMap((server): Fault[] => {
      const protocol = textAt(server, 'port', 'protocol');
      if (!/^(?:HTTP|HTTP2|GRPC)$/.test(protocol) || server.flag('tls', 'httpsRedirect') === true) return [];
      const hosts = itemsAt(server, 'hosts').map(({ content }) => String(content));
      // traffic within the mesh is encrypted by the mesh
      if (hosts.length > 0 && hosts.every((host) => /\.(?:local|svc|internal)$/.test(host))) return [];
      return [
        {
          message: `${resource.address} takes ${protocol} for ${hosts.join(', ')} without TLS: redirect it (tls.httpsRedirect: true), and serve HTTPS.`,
          at: server,
          key: hosts.join(),
          ...(isTriedOut(resource) && { severity: 'low' as const }),
        },
      ];
    });
  },
  examples: {
    bad: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: public
  namespace: shop
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: [shop.example.com]
`,
    good: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: public
  namespace: shop
spec:
  selector: { istio: ingressgateway }
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: [shop.example.com]
      tls: { httpsRedirect: true }
`,
  },
});
