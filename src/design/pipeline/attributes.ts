import { recordAttributes } from '../merge/record.ts';

/** Keeps what was written last, which the next run of `plinth design` merges with, out of reviews. */
export const gitAttributes = `# What plinth design wrote last: reviews leave it out, and git never merges it line by line.
${recordAttributes}
`;
