// A shop behind a gateway, as the examples of this family show it: each differs in a word or two.

const fromAll = `      allowedRoutes: { namespaces: { from: All } }
`;

/** A listener for HTTPS. */
export function httpsListener(routes = fromAll): string {
  return `    - name: https
      protocol: HTTPS
      port: 443
      hostname: '*.example.com'
      tls: { certificateRefs: [{ name: example-tls }] }
${routes}`;
}

/** The Gateway that the shop hangs on, in a namespace of its own. */
export function gateway(listeners = httpsListener()): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: public
  namespace: edge
spec:
  gatewayClassName: envoy
  listeners:
${listeners}`;
}

/** The Service of the shop. */
export function service(namespace = 'shop'): string {
  return `---
apiVersion: v1
kind: Service
metadata:
  name: shop
  namespace: ${namespace}
spec:
  clusterIP: None
  ports: [{ name: http, port: 80 }]
`;
}

/** The route from the Gateway to the Service. */
export function route({ parent = 'public', host = 'shop.example.com', backend = '' } = {}): string {
  return `---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: shop
  namespace: shop
spec:
  parentRefs:
    - name: ${parent}
      namespace: edge
  hostnames: [${host}]
  rules:
    - backendRefs:
        - name: shop
${backend}          port: 80
`;
}
