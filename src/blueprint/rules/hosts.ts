import type { Blueprint, ExposureAsked } from '../blueprint.ts';
import type { Complaint } from '../complaint.ts';

interface Exposed {
  readonly name: string;
  readonly expose: ExposureAsked;
  readonly path: Complaint['path'];
  /** what answers there, where that shares no host with services of HTTP */
  readonly alone?: 'a function' | 'a service of TCP';
}

/** Hosts that no certificate could be made for, and places that lead to two things. */
export function checkHosts({ services, functions, domain }: Blueprint): Complaint[] {
  const all: Exposed[] = [
    ...services.flatMap(({ name, expose, protocol }) =>
      expose
        ? [
            {
              name,
              expose,
              path: ['services', name, 'expose'],
              ...(protocol === 'tcp' ? { alone: 'a service of TCP' as const } : {}),
            },
          ]
        : [],
    ),
    ...functions.flatMap(({ name, on: { http } }) =>
      http
        ? [{ name, expose: http, path: ['functions', name, 'on', 'http'], alone: 'a function' as const }]
        : [],
    ),
  ];
  return all.flatMap((one, at): Complaint[] => {
    const { expose, path } = one;
    const wrong = faultOf(expose, domain) ?? clashOf(one, all.slice(0, at));
    return wrong === undefined ? [] : [{ path, message: wrong }];
  });
}

function faultOf({ host }: ExposureAsked, domain: string | undefined): string | undefined {
  if (domain === undefined && !host.includes('.'))
    return `${host} is below no domain: set domain at the top, as example.com`;
  if (domain !== undefined && host !== domain && !host.endsWith(`.${domain}`))
    return `${host} is not below ${domain}, so no certificate could be made for it: use a name below it`;
  return /^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host) ? undefined : `${host} is no host name`;
}

function clashOf({ name, expose, alone }: Exposed, before: readonly Exposed[]): string | undefined {
  const others = before.filter((one) => one.expose.host === expose.host);
  const place = `${expose.host}${expose.path}`;
  const same = others.find((one) => one.expose.path === expose.path);
  if (same) return `${place} leads to ${same.name} already: give ${name} another host or path`;
  // an API gateway has one name for several functions
  const single = others.find((one) => one.alone !== alone || alone === 'a service of TCP');
  if (single) {
    const [what, which] = alone ? [alone, name] : [single.alone!, single.name];
    return `${expose.host} leads to ${single.name} already, and ${what} shares no host with others: give ${which} one of its own`;
  }
  const apart = others.find((one) => one.expose.public !== expose.public);
  return apart
    ? `${expose.host} leads to ${apart.name}, which is ${apart.expose.public ? 'public' : 'not public'}, and a name leads to one load balancer: give ${name} another host`
    : undefined;
}
