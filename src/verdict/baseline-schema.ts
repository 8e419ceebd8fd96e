import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));

export const baselineSchema = z.strictObject({
  entries: z.array(
    z.strictObject({
      fingerprint: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
      check: text,
      resource: z.exactOptional(text),
      owner: z.exactOptional(text),
      reason: z.exactOptional(text),
      expires: z.exactOptional(z.iso.date()),
    }),
  ),
});
