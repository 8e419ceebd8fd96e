/** Text that something else fills in before it is applied: `${NAME}`, `{{ name }}`, `<name>`, `RELEASE-NAME`, `_`. */
export function isTemplate(text: string): boolean {
  return /[${}<>%]|__|[A-Z]{2,}[-_][A-Z]{2,}|^[^A-Za-z0-9]+$/.test(text);
}

const alphanumeric = /^([A-Za-z0-9]|[A-Za-z0-9][-A-Za-z0-9_.]*[A-Za-z0-9])$/;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** What is wrong with a DNS subdomain. Source: Kubernetes, object names and IDs. */
export function subdomainFault(text: string): string | undefined {
  if (text.length > 253) return `it has ${text.length} characters, and 253 are taken`;
  return subdomain.test(text)
    ? undefined
    : 'lower-case letters, digits, hyphens and dots are taken, with a letter or digit at both ends of each part';
}

/** What is wrong with a label's value. Source: Kubernetes, labels and selectors, syntax and character set. */
export function labelValueFault(text: string): string | undefined {
  if (text === '') return undefined;
  if (text.length > 63) return `it has ${text.length} characters, and 63 are taken`;
  return alphanumeric.test(text)
    ? undefined
    : 'letters, digits, hyphens, underscores and dots are taken, with a letter or digit at both ends';
}

/** What is wrong with a label's key. Source: Kubernetes, labels and selectors, syntax and character set. */
export function labelKeyFault(key: string): string | undefined {
  const slash = key.indexOf('/');
  const name = key.slice(slash + 1);
  if (slash >= 0) {
    const fault = subdomainFault(key.slice(0, slash));
    if (fault) return `before the slash ${fault}`;
  }
  return name === '' ? 'its name is missing' : labelValueFault(name);
}
