import { untold } from '../../read/terraform/documents.ts';

/** A secret that is written out in a text; never its value. */
export interface WrittenSecret {
  /** in words: `an AWS access key` */
  readonly kind: string;
  /** the variable that it is put into, where that is what gives it away */
  readonly name?: string;
  /** it is certain by its form, not only likely by its name */
  readonly certain: boolean;
}

/** Forms that nothing but a secret has. Sources: AWS (access key ids), RFC 7468 (keys), GitHub, GitLab, Slack and Stripe (token prefixes). */
const forms: readonly (readonly [string, RegExp])[] = [
  ['an AWS access key', /\b(AKIA|ASIA)[A-Z2-7][A-Z0-9]{15}\b/],
  ['a private key', /-----BEGIN ((RSA|EC|DSA|OPENSSH|ENCRYPTED) )?PRIVATE KEY-----/],
  ['a GitHub token', /\b(ghp|gho|ghs|ghr)_[A-Za-z0-9]{36}\b|\bgithub_pat_[A-Za-z0-9_]{22,}\b/],
  ['a GitLab token', /\bglpat-[A-Za-z0-9_-]{20,}\b/],
  ['a Slack token', /\bxox[abprs]-[A-Za-z0-9-]{10,}\b/],
  ['a Stripe key', /\b[rs]k_live_[A-Za-z0-9]{20,}\b/],
];

/** Names of variables that hold a secret itself, not where one is kept. */
const secretName =
  /(^|_)(passw(or)?d|passwd|pwd|secret|secret_?key|secret_?access_?key|token|api_?key|private_?key|access_?key|client_?secret|credentials?)$/i;

/** Values that stand for a secret given elsewhere, or that name where it is: a reference, an ARN, a path, a plain word. */
const noSecret =
  /^(|\$.*|\{\{.*|<.*|%.*|arn:.*|\/.*|https?:\/\/[^@]*|.*(change|replace)[-_ ]?me.*|x{3,}|\*+|todo|none|null|true|false|dummy|example|placeholder|required|\d{1,5})$/i;

/** Where a secret is kept, as Secrets Manager and Parameter Store name it: lower case, which keys and tokens are not. */
const nameOfStored = /^[a-z][a-z0-9-]*(\/[a-z][a-z0-9-]*)+$/;

/** A secret that the value of a variable is by its form or by the variable's name. */
export function secretIn(name: string, value: string): WrittenSecret | undefined {
  const form = formOf(value);
  if (form) return { kind: form, name, certain: true };
  if (!secretName.test(name) || value.length < 6 || value.includes(untold)) return undefined;
  if (noSecret.test(value) || nameOfStored.test(value)) return undefined;
  return { kind: 'a secret', name, certain: false };
}

/** A secret in words: of which kind, and the variable that gives it away. */
export function describeSecret({ kind, name }: WrittenSecret): string {
  return name ? `${kind} (${name})` : kind;
}

/** What a text is about that is nothing but base64; any other text as it is. */
export function decodedText(text: string): string {
  const compact = text.replace(/\s+/g, '');
  if (compact.length < 24 || compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return text;
  return Buffer.from(compact, 'base64').toString('utf8');
}

const assignment =
  /^[ \t]*(?:export[ \t]+|set[ \t]+|ENV[ \t]+)?([A-Za-z_][A-Za-z0-9_]*)[ \t]*[=:][ \t]*(\\?["'])?([^\s"'\\]+)/gm;

/** Secrets in a text such as a start-up script: by their form, and assigned to variables that are named for one. */
export function secretsInText(text: string): readonly WrittenSecret[] {
  const form = formOf(text);
  const assigned = [...text.matchAll(assignment)].flatMap(
    ([, name, , value]) => secretIn(name!, value!) ?? [],
  );
  return form && !assigned.some(({ kind }) => kind === form)
    ? [{ kind: form, certain: true }, ...assigned]
    : assigned;
}

function formOf(text: string): string | undefined {
  return forms.find(([, form]) => form.test(text))?.[0];
}
