import type { Blueprint } from '../blueprint.ts';
import { type Cidr, overlap, parseCidr } from '../cidr.ts';
import type { Complaint } from '../complaint.ts';

interface Named {
  readonly path: Complaint['path'];
  readonly what: string;
  readonly text: string;
}

/** Ranges of addresses that are none, are too small, or overlap where they are connected. */
export function checkNetworks({ network, environments, ...workloads }: Blueprint): Complaint[] {
  const complaints: Complaint[] = [];
  const read = ({ path, text }: Named, least: number, most: number): Cidr | undefined => {
    const cidr = parseCidr(text);
    if (!cidr)
      complaints.push({
        path,
        message: `${text} is no range of addresses: its address must be the first of the range, as 10.0.0.0/16`,
      });
    else if (cidr.bits < least || cidr.bits > most)
      complaints.push({
        path,
        message: `/${cidr.bits} does not do here: it must be between /${least} and /${most}`,
      });
    else return cidr;
    return undefined;
  };
  read({ path: ['network', 'cidr'], what: 'the network', text: network.cidr }, 8, 20);
  for (const part of ['services', 'jobs', 'functions'] as const)
    for (const { name, egress } of workloads[part])
      for (const [at, { host, cidrs }] of egress.entries())
        for (const [index, text] of cidrs.entries())
          read({ path: [part, name, 'egress', at, 'cidrs', index], what: host, text }, 8, 32);
  const outside: Named[] = [
    ...network.peers.map(({ name, cidr }) => ({
      path: ['network', 'peers', name, 'cidr'],
      what: `the peer ${name}`,
      text: cidr,
    })),
    ...(network.vpn ? [{ path: ['network', 'vpn', 'cidr'], what: 'the VPN', text: network.vpn.cidr }] : []),
  ];
  const gateway = network.vpn?.gateway;
  if (gateway !== undefined && !isPublic(gateway))
    complaints.push({
      path: ['network', 'vpn', 'gateway'],
      message: `${gateway} cannot be reached through the internet, where the tunnel goes: give the public address of the other end`,
    });
  const own = environments.flatMap(({ name, cidr }): Named[] =>
    cidr === undefined
      ? []
      : [{ path: ['environments', name, 'cidr'], what: `the environment ${name}`, text: cidr }],
  );
  const before: (Named & { readonly cidr: Cidr })[] = [];
  for (const one of [...outside, ...own]) {
    // AWS takes VPCs from /16 to /28, and a /20 is the least that zones of three layers fit into
    const cidr = own.includes(one) ? read(one, 16, 20) : read(one, 8, 32);
    if (!cidr) continue;
    const other = before.find((given) => overlap(given.cidr, cidr));
    if (other)
      complaints.push({
        path: one.path,
        message: `${one.text} of ${one.what} overlaps ${other.text} of ${other.what}, so traffic could not be told apart: choose another range`,
      });
    before.push({ ...one, cidr });
  }
  return complaints;
}

/** Ranges that the internet does not lead to. Source: RFC 6890. */
const unreachable = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '224.0.0.0/3',
].map((text) => parseCidr(text)!);

function isPublic(address: string): boolean {
  const cidr = parseCidr(`${address}/32`);
  return cidr !== undefined && !unreachable.some((one) => overlap(one, cidr));
}
