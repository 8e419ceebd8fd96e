import { addonNamespaces } from './addon-namespaces.ts';

/** What takes traces of programs in a cluster. */
export const traceCollector = {
  /** also the name of its Service, and of its pods under app.kubernetes.io/name */
  name: 'opentelemetry-collector',
  namespace: addonNamespaces.metrics,
  /** OTLP over gRPC and HTTP */
  ports: [4317, 4318],
} as const;

/**
 * Tells a program where its traces go, by variables that the SDKs of OpenTelemetry read; one that writes none is not
 * disturbed. Source: OpenTelemetry specification, environment variables.
 */
export function traceVariables(program: string): Record<string, string> {
  const { name, namespace, ports } = traceCollector;
  return {
    OTEL_SERVICE_NAME: program,
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://${name}.${namespace}.svc.cluster.local:${ports[0]}`,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
  };
}
