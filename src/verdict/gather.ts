import { atLeast } from '../model/dimension.ts';
import type { Finding } from '../model/finding.ts';
import { hash } from './hash.ts';

/** Findings of several units or instances that one edit would mend: the same check at the same place. */
export interface Gathered {
  readonly finding: Finding;
  /** hex; survives moved lines */
  readonly fingerprint: string;
  /** all addresses at this place, that of `finding` first */
  readonly addresses: readonly string[];
  /** names of the environments it holds in; empty where it holds in all, or there are none */
  readonly environments: readonly string[];
}

/**
 * Joins findings that share check, place and key.
 * @param environmentsOf the environments that hold the resource of a finding at all, to tell "prod only" from "everywhere"
 */
export function gather(
  findings: readonly Finding[],
  environmentsOf: (finding: Finding) => ReadonlySet<string>,
): Gathered[] {
  const seen = new Map<string, number>();
  return placesOf(findings).map(({ worst, first, addresses, environments }) => {
    const stable = `${first.check}\n${first.origin.file.path}\n${withoutInstances(first.resource.address)}\n${first.key}`;
    const fingerprint = hash(stable);
    const ordinal = seen.get(fingerprint) ?? 0;
    seen.set(fingerprint, ordinal + 1);
    const everywhere = environments.size === 0 || environments.size >= environmentsOf(first).size;
    return {
      finding: worst.severity === first.severity ? first : weighedAs(first, worst),
      fingerprint: ordinal === 0 ? fingerprint : hash(`${stable}\n${ordinal}`),
      addresses: addresses ? [...addresses] : [first.resource.address],
      environments: everywhere ? nowhere : [...environments].sort(),
    };
  });
}

/** Places in the order in which they are found first: by file and offset, where mostly one check has found something. */
function placesOf(findings: readonly Finding[]): readonly Place[] {
  const places: Place[] = [];
  const files = new Map<string, Map<number, Place[]>>();
  for (const finding of findings) {
    const { file, start } = finding.origin;
    let starts = files.get(file.path);
    if (!starts) {
      starts = new Map();
      files.set(file.path, starts);
    }
    let here = starts.get(start);
    if (!here) {
      here = [];
      starts.set(start, here);
    }
    const place = here.find(({ first }) => first.check === finding.check && first.key === finding.key);
    if (place) place.join(finding);
    else {
      const made = new Place(finding);
      here.push(made);
      places.push(made);
    }
  }
  return places;
}

const none: ReadonlySet<string> = new Set();
const nowhere: readonly string[] = [];

/** A place with the findings at it: mostly one. */
class Place {
  /** all of them, where there are several findings */
  addresses: Set<string> | undefined;
  environments: ReadonlySet<string>;
  /** the worst of them */
  worst: Finding;

  constructor(readonly first: Finding) {
    this.worst = first;
    const { environment } = first.resource.unit;
    this.environments = environment ? new Set([environment]) : none;
  }

  join(finding: Finding): void {
    const { address, unit } = finding.resource;
    if (!atLeast(this.worst.severity, finding.severity)) this.worst = finding;
    this.addresses ??= new Set([this.first.resource.address]);
    this.addresses.add(address);
    if (unit.environment && !this.environments.has(unit.environment))
      this.environments = new Set([...this.environments, unit.environment]);
  }
}

function weighedAs({ severityReason: _, ...first }: Finding, { severity, severityReason }: Finding): Finding {
  return { ...first, severity, ...(severityReason ? { severityReason } : {}) };
}

/** An instance key changes when a list does, and the defect stays the same. */
function withoutInstances(address: string): string {
  return address.includes('[') ? address.replace(/\[[^\]]*\]/g, '') : address;
}
