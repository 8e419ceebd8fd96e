import type { Environment } from '../../environment.ts';
import type { HclMap } from '../../hcl/value.ts';

/** Names that the certificate of a zone is for: a wildcard covers one level, and what is deeper is named. */
export function certified({ dns, services, functions }: Environment): HclMap {
  const zone = dns.zone!;
  const hosts = [
    ...services.flatMap(({ expose }) => expose?.host ?? []),
    ...functions.flatMap(({ triggers }) =>
      triggers.flatMap((one) => (one.kind === 'http' ? one.expose.host : [])),
    ),
  ];
  const deeper = hosts.filter(
    (host) => host.endsWith(`.${zone}`) && host.slice(0, -zone.length - 1).includes('.'),
  );
  return { domain: zone, ...(deeper.length > 0 ? { deeper_names: [...new Set(deeper)] } : {}) };
}
