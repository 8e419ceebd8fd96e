/** A host that a setting names. */
export interface Host {
  readonly host: string;
  /** it may be a Service of the cluster */
  readonly isLocal: boolean;
}

/** Settings by these names hold hosts without a scheme or a port. */
const hostly = /(host|addr(ess)?|endpoint|url|uri|server|brokers?|upstream|dsn|domain)(_?\d)?$/i;

/** Settings that name hosts which are not called: issuers, allowed origins, what others call us by. */
const notCalled =
  /(public|external|allowed?|cors|origin|issuer|audience|redirect|callback|ingress|hostname|image|repo(sitory)?|docs?|schema|domain|realm|cookie|base_url|site_url|root_url)/i;

/** A Service is also called `name.namespace`; what ends like this is a site. */
const publicEnding = /\.(com|net|org|io|dev|co|app|cloud|ai|eu|de|uk|us|gov|edu|info|me)$/;

const shape =
  /(?:^|[\s,;=@"'[(]|([a-z][a-z0-9+.-]*):\/\/(?:[^@/\s]*@)?)([a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*)(?::(\d{2,5}))?(?=$|[\s,;/"'?\])])/gi;

/** Hosts that the value of a setting names: with a scheme or port, or alone in a setting whose name says that it is one. */
export function hostsIn(name: string, value: string): readonly Host[] {
  if (value.length > 2000 || notCalled.test(name)) return [];
  return [...value.matchAll(shape)].flatMap(([, scheme, host = '', port]) => {
    if (!scheme && !port && !(hostly.test(name) && host === value.trim())) return [];
    if (/^(\d{1,3}\.){3}\d{1,3}$|^localhost$|^metadata(\.google\.internal)?$|^\d+$|^0x/.test(host)) return [];
    const lower = host.toLowerCase();
    const isShort = /^[^.]+\.[^.]+$/.test(lower);
    const isLocal =
      !lower.includes('.') ||
      /\.svc(\.cluster\.local)?$|\.cluster\.local$/.test(lower) ||
      (isShort && !publicEnding.test(lower));
    // without a scheme, two words with a dot are as well a file, a module or a version
    if (!isLocal && !scheme && !port && !/\.[a-z]{2,}$/.test(lower)) return [];
    return [{ host: lower, isLocal }];
  });
}
