import { listed } from '../../report/wording.ts';
import type { Flow } from '../flow.ts';
import type { About } from './about.ts';
import type { Found } from './compliance-matrix.ts';
import { endName, flowLabel } from './diagrams.ts';

/** A way over a boundary, with what could go wrong on it. */
export interface Crossing {
  readonly title: string;
  /** connections that take it, in words */
  readonly flows: readonly string[];
  readonly threats: readonly Threat[];
}

export interface Threat {
  readonly stride:
    | 'spoofing'
    | 'tampering'
    | 'repudiation'
    | 'information disclosure'
    | 'denial of service'
    | 'elevation of privilege';
  readonly what: string;
  /** words that mechanisms which answer it are found by */
  readonly answeredBy: RegExp;
  /** what code here cannot do about it */
  readonly open?: string;
  /** nothing stays open where something here answers it */
  readonly isClosed?: boolean;
}

type Kind = 'enter' | 'near' | 'between' | 'data' | 'leave' | 'deliver';

const titles: Readonly<Record<Kind, string>> = {
  enter: 'from the internet into the platform',
  near: 'from private networks into the platform',
  between: 'between workloads',
  data: 'from workloads to data',
  leave: 'out of the platform',
  deliver: 'from the repository into the accounts',
};

const threats: Readonly<Record<Kind, readonly Threat[]>> = {
  enter: [
    {
      stride: 'spoofing',
      what: 'somebody pretends to be the platform, or a caller to be another',
      answeredBy: /certificates/,
      open: 'services authenticate callers',
    },
    {
      stride: 'tampering',
      what: 'requests carry attacks',
      answeredBy: /firewall for web/,
      open: 'services check their input',
    },
    {
      stride: 'information disclosure',
      what: 'traffic is read on its way',
      answeredBy: /comes from outside is encrypted/,
    },
    { stride: 'denial of service', what: 'too many requests', answeredBy: /firewall for web|scale with/ },
    {
      stride: 'repudiation',
      what: 'nobody knows who asked for what',
      answeredBy: /connections of the network|logs are kept/,
      open: 'services log who did what, without secrets',
    },
  ],
  near: [
    {
      stride: 'spoofing',
      what: 'a machine of another network is taken over',
      answeredBy: /certificates|reached from the network only/,
      open: 'services authenticate callers there too',
    },
    {
      stride: 'elevation of privilege',
      what: 'it reaches more than it should',
      answeredBy: /but for the flows|subnets without|security groups/,
    },
  ],
  between: [
    {
      stride: 'spoofing',
      what: 'a workload that was taken over pretends to be another',
      answeredBy: /mTLS|identity of its own/,
    },
    {
      stride: 'information disclosure',
      what: 'traffic inside is read',
      answeredBy: /mTLS/,
      open: 'services encrypt what they say to each other, or it is accepted',
      isClosed: true,
    },
    {
      stride: 'elevation of privilege',
      what: 'it goes on to others',
      answeredBy: /but for the flows|without root|namespaces of their own|refuse what breaks/,
    },
    { stride: 'denial of service', what: 'one team’s load starves another', answeredBy: /quotas|scale with/ },
  ],
  data: [
    {
      stride: 'spoofing',
      what: 'somebody connects with stolen credentials',
      answeredBy: /passwords of databases|identity of its own|secrets are in a store|security groups/,
    },
    {
      stride: 'tampering',
      what: 'data is changed or destroyed',
      answeredBy: /backed up|former versions/,
      open: 'rights inside of databases: a user a service, with what it needs',
    },
    {
      stride: 'information disclosure',
      what: 'data is read where it lies, or on its way',
      answeredBy: /stored data is encrypted|refuse connections without TLS|caches are reached/,
    },
    {
      stride: 'repudiation',
      what: 'nobody knows who read what',
      answeredBy: /every call of AWS/,
      open: 'audit logs inside of databases, where an audit asks',
    },
  ],
  leave: [
    {
      stride: 'information disclosure',
      what: 'data is carried out by a workload that was taken over',
      answeredBy: /but for the flows|connections of the network|intrusions/,
    },
    {
      stride: 'tampering',
      what: 'an answer from outside is forged',
      answeredBy: /^$/,
      open: 'services verify certificates and signatures of whom they call',
    },
    {
      stride: 'denial of service',
      what: 'whoever is called does not answer',
      answeredBy: /^$/,
      open: 'services have time limits, and go on without it',
    },
  ],
  deliver: [
    { stride: 'spoofing', what: 'somebody else’s pipeline takes our role', answeredBy: /pipeline proves/ },
    {
      stride: 'tampering',
      what: 'a change or an image is slipped in',
      answeredBy: /changes are planned|who is asked|scanned|held against policies/,
    },
    {
      stride: 'repudiation',
      what: 'nobody knows who changed what',
      answeredBy: /every call of AWS|by hand is noticed/,
    },
    {
      stride: 'elevation of privilege',
      what: 'the role of the pipeline is misused',
      answeredBy: /pipeline proves|accounts of their own/,
      open: 'whoever may approve may change everything: few people, with a second factor',
    },
  ],
};

/** Ways over boundaries that there are here, each with its connections and threats. */
export function crossingsOf({ architecture, main }: About): readonly Crossing[] {
  const kinds: readonly Kind[] = ['enter', 'near', 'between', 'data', 'leave'];
  const crossing = (kind: Kind, flows: readonly string[]): Crossing => ({
    title: titles[kind],
    flows,
    threats: threats[kind],
  });
  return [
    ...kinds.flatMap((kind) => {
      const flows = main.flows.filter((flow) => kindOf(flow) === kind);
      const told = flows.map(
        (flow) => `${endName(flow.from)} → ${endName(flow.to)} (${flowLabel(main, flow)})`,
      );
      return told.length === 0 ? [] : [crossing(kind, told)];
    }),
    crossing('deliver', [
      `${architecture.delivery.repository} → accounts ${listed([...new Set(architecture.environments.map(({ account }) => account))])}`,
    ]),
  ];
}

/** Mechanisms of this output that answer a threat. */
export function answersTo({ answeredBy }: Threat, found: readonly Found[]): readonly Found[] {
  return found.filter(({ mechanism }) => answeredBy.test(mechanism.what));
}

function kindOf({ from, to }: Flow): Kind | undefined {
  if (from.kind === 'internet') return 'enter';
  if (from.kind === 'private-network') return 'near';
  if (from.kind === 'metrics') return undefined;
  if (to.kind === 'outside') return 'leave';
  if (to.kind === 'datastore') return 'data';
  return 'between';
}
