import type { AnyCheck, Fault } from '../checks/check.ts';
import { type Dimension, dimensions, type Severity, severities } from '../model/dimension.ts';
import { Node } from '../model/node.ts';

/** A check of one's own, or why it cannot be one. */
export type Accepted = { readonly check: AnyCheck } | { readonly complaint: string };

/**
 * Holds what a file exports against what a check is, and watches over what it returns: others rely on the types that
 * the compiler holds our own checks to.
 * @param known ids that are taken
 */
export function acceptCheck(exported: unknown, known: ReadonlySet<string>): Accepted {
  const complaint = complaintOf(exported, known);
  if (complaint) return { complaint };
  const given = exported as AnyCheck;
  return {
    check: {
      ...given,
      why: given.why ?? given.title,
      examples: given.examples ?? { bad: '', good: '' },
      judge: (subject, graph) => faultsOf(given.judge(subject, graph)),
    },
  };
}

function complaintOf(exported: unknown, known: ReadonlySet<string>): string | undefined {
  if (typeof exported !== 'object' || exported === null)
    return 'it exports no check as its default: `export default check({ … })`';
  const given = exported as Partial<AnyCheck>;
  const { id } = given;
  if (typeof id !== 'string' || !/^[a-z0-9-]+\/[a-z0-9-]+$/.test(id))
    return `its id is no \`family/name\` in small letters, digits and hyphens`;
  if (known.has(id)) return `there is a check ${id} already: give it another id, as own/${id.split('/')[1]}`;
  if (typeof given.title !== 'string' || given.title === '') return `${id} has no title`;
  if (!dimensions.includes(given.dimension as Dimension))
    return `${id} has no dimension: choose from ${dimensions.join(', ')}`;
  if (!severities.includes(given.severity as Severity))
    return `${id} has no severity: choose from ${severities.join(', ')}`;
  if (typeof given.visits?.find !== 'function')
    return `${id} does not say what it visits: \`visits: resources('aws_s3_bucket')\``;
  if (typeof given.judge !== 'function') return `${id} has no judge(subject, graph)`;
  for (const name of ['sameAs', 'controls', 'sources'] as const)
    if (given[name] !== undefined && !isTexts(given[name])) return `${name} of ${id} is no list of texts`;
  return undefined;
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** @throws Error where it is no fault, so that the check is left out with its name */
function faultsOf(returned: unknown): Fault | readonly Fault[] | undefined {
  if (returned === undefined || returned === null) return undefined;
  const list: readonly unknown[] = Array.isArray(returned) ? returned : [returned];
  for (const one of list) {
    const fault = one as Partial<Fault> | null;
    if (typeof fault !== 'object' || fault === null || typeof fault.message !== 'string')
      throw new Error('judge returned what is no fault: it takes { message }, a list of them, or nothing');
    if (fault.at !== undefined && !(fault.at instanceof Node))
      throw new Error('judge returned a fault whose `at` is no node of a resource');
    if (fault.severity !== undefined && !severities.includes(fault.severity))
      throw new Error(`judge returned a fault whose severity is none: choose from ${severities.join(', ')}`);
    if (fault.key !== undefined && typeof fault.key !== 'string')
      throw new Error('judge returned a fault whose key is no text');
  }
  return list as readonly Fault[];
}
