import { Undecided } from '../../model/unknown.ts';
import type { Condition, Statement } from './policy-document.ts';

/** Condition keys that say who asks, or from where. Source: IAM User Guide, AWS global condition context keys. */
const restricting =
  /^(aws:(principal(arn|account|orgid|orgpaths|servicename|isawsservice|tag\/.*)|vpce(account|orgid|orgpaths)|source(arn|account|ip|orgid|orgpaths|owner|vpc|vpce|identity)|vpcsourceip|userid|username|viaawsservice|calledvia.*|federatedprovider)|kms:(calleraccount|viaservice)|s3:dataaccesspoint(account|arn)|sns:endpoint|lambda:.*|sts:externalid|saml:.*|.*:(sub|aud|amr))$/;

/** Operators under which a condition lets in only what it lists. */
const positive =
  /^(for(anyvalue|allvalues):)?(string(equals|like|equalsignorecase)|arn(equals|like)|ipaddress|bool)(ifexists)?$/i;

/**
 * Operators that also hold where the request lacks the key, as one without credentials lacks its organization.
 * Source: IAM User Guide, Multivalued context keys, and IfExists condition operators.
 */
const alsoWithoutKey = /^forallvalues:|ifexists$/i;

/** An ARN of whatever account: `arn:aws:iam::*:role/reader`. */
const anyAccount = /^arn:[^:]*:[^:]*:[^:]*:\*(:|$)/;

/**
 * Whether a statement lets in everybody: a principal `*`, or everybody but some, and no condition that narrows it.
 * @throws Undecided where that depends on what cannot be told
 */
export function letsEverybody(statement: Statement): boolean {
  const { effect, principals, exceptPrincipals, conditions, node } = statement;
  if (effect !== 'Allow') return false;
  const anybody = exceptPrincipals || principals.some(isAnybody);
  if (!anybody) {
    if (principals.some(({ type, identifier }) => type === 'AWS' && identifier === undefined))
      throw new Undecided(node, 'who the statement lets in cannot be told');
    return false;
  }
  if (conditions.some((condition) => narrows(condition, conditions))) return false;
  if (conditions.some(({ key, test }) => key === undefined || test === undefined))
    throw new Undecided(node, 'the condition of the statement cannot be told');
  return true;
}

function isAnybody({ type, identifier }: Statement['principals'][number]): boolean {
  return identifier === '*' && (type === '*' || type === 'AWS');
}

function narrows({ test, key, values }: Condition, all: readonly Condition[]): boolean {
  if (test === undefined || key === undefined || !positive.test(test) || !restricting.test(key)) return false;
  if (alsoWithoutKey.test(test) && !all.some((other) => requires(other, key))) return false;
  return !values.some((value) => value !== undefined && isOpen(key, value));
}

/** `"Null": { key: "false" }`: the request must have the key. */
function requires({ test, key, values }: Condition, wanted: string): boolean {
  return test?.toLowerCase() === 'null' && key === wanted && values.every((value) => value === 'false');
}

function isOpen(key: string, value: string): boolean {
  return (
    value === '*' ||
    value === '0.0.0.0/0' ||
    value === '::/0' ||
    (key === 'aws:principalarn' && anyAccount.test(value))
  );
}
