import * as z from 'zod/mini';

/** A text that is not empty. */
export const text = z.string().check(z.minLength(1));

/** A key that may be left out. */
export const maybe = z.exactOptional;

/** A text with what it means. */
export function words(meaning: string) {
  return maybe(text.check(z.describe(meaning)));
}

/** A text of a certain form. @param form said as `must be …` */
export function written(pattern: RegExp, form: string, meaning: string) {
  return z.string(form).check(z.regex(pattern, form), z.describe(meaning));
}

/** How a map looks, said to whoever writes something else. */
export function looksLike(example: string): string {
  return `must be a map such as ${example}`;
}

/** A whole number between two bounds. */
export function whole(least: number, most: number, meaning: string) {
  return maybe(z.number().check(z.multipleOf(1), z.minimum(least), z.maximum(most), z.describe(meaning)));
}

/** Something that is so, or is not. */
export function flag(meaning: string) {
  return maybe(z.boolean().check(z.describe(meaning)));
}

/** One of a few words. */
export function choice<const T extends readonly string[]>(names: T, meaning: string) {
  return maybe(z.enum(names).check(z.describe(meaning)));
}

export const duration = written(
  /^\d+(s|m|h|d)$/,
  'must be a time such as 30s, 5m, 4h or 1d',
  'A time such as 30s, 5m, 4h or 1d.',
);

export const volume = written(
  /^\d+(\.\d+)? ?(GB|TB|Gi|Ti)$/,
  'must be a size such as 50GB or 2TB',
  'A size such as 50GB or 2TB.',
);

export const cpu = written(
  /^(\d+m|\d+(\.\d+)?)$/,
  'must be an amount of processors in quotes, such as "250m" or "1"',
  'Processors: "250m" is a quarter of one, "1" is one.',
);

export const memory = written(
  /^\d+(Mi|Gi)$/,
  'must be an amount of memory such as 256Mi or 2Gi',
  'Memory, such as 256Mi or 2Gi.',
);

export const cidr = written(
  /^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/,
  'must be a range of addresses such as 10.0.0.0/16',
  'A range of addresses, such as 10.0.0.0/16.',
);

/** A path that is asked for by HTTP. */
export function webPath(meaning: string) {
  return maybe(written(/^\/[^\s?#]*$/, 'must be a path such as /healthz', meaning));
}

export const image = written(
  /^[a-z0-9]+([._-]+[a-z0-9]+)*(:\d+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:\w[\w.-]{0,127})?(@sha256:[0-9a-f]{64})?$/,
  'must be an image such as ghcr.io/acme/api',
  'The image, without a tag where the pipeline puts one in: ghcr.io/acme/api.',
);

export const hostName = written(
  /^(\*\.)?[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$/,
  'must be the name of a host such as api.stripe.com',
  'Outside of the platform, such as api.stripe.com.',
);

/** A mail address. */
export function mail(meaning: string) {
  return maybe(written(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'must be a mail address', meaning));
}

/** What AWS takes as the value of a tag. */
export const tagValue = written(
  /^[\p{L}\p{N} _.:/=+@-]{0,256}$/u,
  'must be what AWS takes as a tag: letters, digits, blanks and _ . : / = + - @, 256 at most',
  'The value of a tag.',
);

export const tagName = written(
  /^(?!aws:)[\p{L}\p{N} _.:/=+@-]{1,128}$/iu,
  'must be what AWS takes as the name of a tag: letters, digits, blanks and _ . : / = + - @, and not begin with aws:',
  'The name of a tag.',
);

export const needs = maybe(
  z
    .array(text)
    .check(z.describe('What it calls: names of services, functions and datastores of this blueprint.')),
);

export const environmentVariables = maybe(
  z
    .record(
      written(
        /^[A-Za-z_][A-Za-z0-9_]*$/,
        'must be the name of an environment variable, such as LOG_LEVEL',
        'Name of an environment variable.',
      ),
      z.string(),
      looksLike('{ LOG_LEVEL: info }'),
    )
    .check(z.describe('Environment variables that are no secret.')),
);

export const secretNames = maybe(
  z
    .array(
      written(/^[A-Z][A-Z0-9_]*$/, 'must be written as an environment variable, such as API_KEY', 'Name.'),
      'must be a list of names, such as [API_KEY]: values go into the secret store, and never here',
    )
    .check(
      z.describe(
        'Names of environment variables whose values are secrets; the values are put into the secret store, never here.',
      ),
    ),
);

export const owner = words(
  'The team that answers for it: a name under owners. Default: the owner of the system.',
);

export const formerly = words(
  'The name that it was made with: what cannot be renamed in AWS keeps it, with all that it holds. It stays here for good.',
);
