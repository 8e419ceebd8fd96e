import { isFilledInLater, isHarmlessValue, isSecretName, secretShapeOf } from '../../syntax/secret.ts';

/** Longer texts are data, not configuration: 256 KiB. */
const longestText = 256 * 1024;

/** What a text that is kept as configuration gives away. */
export interface EmbeddedSecret {
  /** never the value: `an AWS access key`, `the value of client_secret` */
  readonly what: string;
  /** it is a secret beyond doubt, by its shape */
  readonly certain: boolean;
}

/** Begins with at least a line of the key itself, or with what says that it is encrypted. */
const keyWithBody = /-----BEGIN [A-Z ]*PRIVATE KEY-----\s*(?:[A-Za-z0-9+/=]{40}|Proc-Type:)/;

/**
 * Whether a value given to a name that means a secret is the secret itself: not a switch, a path, a reference, something that
 * is filled in later, or a stand-in that a person is to replace.
 */
export function isSecretValue(name: string, value: string): boolean {
  const text = value.trim();
  if (!isSecretName(name) || isHarmlessValue(text) || isFilledInLater(text)) return false;
  if (text.startsWith('-----BEGIN')) return keyWithBody.test(text);
  // `AUTH: basic` names a method; only what looks like credentials is some
  if (/auth$/i.test(name)) return text.length >= 8 && /[:=]|\d/.test(text);
  return true;
}

/** What a text's shape says of a secret, but for the keys of documentation. */
export function secretIn(text: string): string | undefined {
  if (/EXAMPLE|example\.(?:com|org|net)|localhost/.test(text)) return undefined;
  const shape = secretShapeOf(text);
  return shape === 'a private key' && !keyWithBody.test(text) ? undefined : shape;
}

/** A block of PEM that begins and ends, whatever stands between. */
const keyBlock = /^[ \t]*-{3,5}BEGIN [A-Z ]*PRIVATE KEY-{3,5}\s*\n[\s\S]{1,400}?-{3,5}END/m;

/** What a text stands in for without being it: the key of AWS's documentation, a block of PEM with nothing in it. */
export function standInIn(text: string): string | undefined {
  if (text.length > longestText || secretIn(text)) return undefined;
  if (keyBlock.test(text)) return 'a private key';
  const shape = secretShapeOf(text);
  return shape === 'an AWS access key' ? shape : undefined;
}

/** Whether a value only marks the place where a person is to write a secret. A reference to where it is kept is none. */
export function isPlaceForSecret(name: string, value: string): boolean {
  return (
    isSecretName(name) &&
    /^(?:x{3,}|<[^<>]+>|\.{3}|\*{3,}|(?:your|my)[-_ ].*|change-?me|replace-?me|todo|placeholder)$/i.test(
      value.trim(),
    )
  );
}

/** The first secret in a configuration text: a token of known shape, or a line that sets something named like a secret. */
export function embeddedSecretIn(text: string): EmbeddedSecret | undefined {
  if (text.length > longestText) return undefined;
  const shape = secretIn(text);
  if (shape) return { what: shape, certain: true };
  for (const line of text.split('\n')) {
    const [, name, rest] = /^\s*["']?([A-Za-z][\w.-]{2,60})["']?\s*[:=]\s*(\S.*)$/.exec(line) ?? [];
    if (name === undefined || rest === undefined || !/pass|secret|private.?key|api.?key/i.test(name))
      continue;
    const value = unquoted(rest);
    // values of charts name a Secret that is there by `existingSecret`
    if (/(?:^|[.\-_])existing|Existing/.test(name)) continue;
    // `apikey = CASE` is SQL
    if (/^[A-Z]{2,12}$/.test(value)) continue;
    if (/^[^\s"'`(){}[\]<>,;]{4,200}$/.test(value) && isSecretValue(name, value))
      return { what: `the value of ${name}`, certain: false };
  }
  return undefined;
}

function unquoted(text: string): string {
  const plain = text.trim().replace(/,$/, '');
  return /^(["']).*\1$/.test(plain) ? plain.slice(1, -1) : plain;
}
