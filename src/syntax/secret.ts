/** What the tokens of well-known services look like. Each is exact enough that an accidental match is next to impossible. */
const shapes: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['an AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{82})\b/],
  ['a GitLab token', /\bglpat-[\w-]{20}\b/],
  ['a Slack token', /\bxox[abposr]-[\w-]{20,}/],
  ['a Slack webhook', /hooks\.slack\.com\/services\/T\w+\/B\w+\/\w{20,}/],
  ['a Google API key', /\bAIza[\w-]{35}\b/],
  ['a Stripe key', /\b[rs]k_live_[A-Za-z0-9]{20,}\b/],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a PyPI token', /\bpypi-AgEI[\w-]{50,}/],
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY/],
  ['a password in a URL', /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{1,100}:[^\s/:@${}]{3,100}@/i],
];

/** What a text holds that is a secret beyond doubt (`an AWS access key`); undefined where nothing does. */
export function secretShapeOf(text: string): string | undefined {
  return shapes.find(([, pattern]) => pattern.test(text))?.[0];
}

const secretName =
  /(?:^|[_.-])(?:passwd|pass(?:word|phrase)?|pwd|secrets?|tokens?|credentials?|(?:api|app|application|access|private|secret|encryption|signing|auth)[_.-]?key|access[_.-]key[_.-]id|auth)$/i;
/** Names by which tools of clouds take a key, and that do not end as the others do. */
const ofClouds =
  /^(?:azure_(?:batch|cosmos|storage)_key|oci_cli_key_content|google_credentials|gcp_service_account_key)$/i;
const camelCase = /([a-z0-9])([A-Z])/g;

/** Whether a variable's name says that its value is a secret: `DB_PASSWORD`, `githubToken`, not `TOKEN_URL` or `PASSWORD_FILE`. */
export function isSecretName(name: string): boolean {
  return secretName.test(name.replace(camelCase, '$1_$2')) || ofClouds.test(name);
}

const harmless =
  /^(?:|true|false|yes|no|on|off|none|null|nil|undefined|disabled|enabled|auto|default|optional|required|\d{1,6})$/i;

/**
 * Whether a value given to a variable with a secret's name cannot be the secret itself: nothing, a switch, a number,
 * a path, an address without a password, or a reference to where the secret is.
 */
export function isHarmlessValue(value: string): boolean {
  const text = value.trim();
  if (harmless.test(text) || text.startsWith('/') || text.startsWith('./') || text.startsWith('~/'))
    return true;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return secretShapeOf(text) === undefined;
  return /^(?:arn:aws|vault:|op:\/\/|projects\/|ref\+|<|\{\{)/.test(text);
}

/** Where the value is put in, as templates, shells and secret tools write it. */
const reference = /[$%]\{|\$\(|\{\{|^\$|^ENC\[|^sops:|^%\(|^__\w+__$|^(?:file|env|secret|vault):/i;

/** A name in capitals that a script or a person puts the value in place of: `GOOGLE_API_KEY_VAL`. */
const capitals = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

/** `YourApiToken`, as against `your-api-token`. */
const camelStandIn = /^[Yy]our[A-Z]/;

/** What a person is to replace. `changeme` is not among it: it works, and stays. */
const standIn =
  /^(?:your|my|some|the)?[-_. ]*(?:replace|insert|todo|fixme|xxx|placeholder|redacted|dummy|\*{3}|\.{3})|^(?:your|my)[-_ ]|^do[-_ ]not[-_ ]use|^(?:api[-_ ]?)?(?:token|key)$/i;

/** Whether a value only stands where a tool or a person puts the secret in. */
export function isFilledInLater(text: string): boolean {
  return reference.test(text) || capitals.test(text) || camelStandIn.test(text) || standIn.test(text);
}

const forTests = /^(?:mock|test|fake|dummy|sample|example|localstack|change[-_ ]?me|none)(?:[-_ ].*)?$/i;

/** Whether a value is what tests and first drafts are given in place of a secret: it opens nothing. */
export function isForTests(value: string): boolean {
  return forTests.test(value.trim());
}
