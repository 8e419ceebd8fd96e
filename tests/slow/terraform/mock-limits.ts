import type { MockLimit } from './mock-limit.ts';
import { accountLimits } from './mock-limits/account.ts';
import { computeLimits } from './mock-limits/compute.ts';
import { dataLimits } from './mock-limits/data.ts';
import { edgeLimits } from './mock-limits/edge.ts';

/** All that the mock of AWS cannot do of what the examples ask for. */
export const mockLimits: readonly MockLimit[] = [
  ...accountLimits,
  ...dataLimits,
  ...computeLimits,
  ...edgeLimits,
];
