import { z } from 'zod';
import { controlStatuses } from './matrix.ts';

const count = z.int().min(0);

const control = z.object({
  control: z.string().describe('as the framework numbers it'),
  asks: z.string().describe('what it asks, in our words'),
  status: z
    .enum(controlStatuses)
    .describe(
      'not-covered where no check serves it or nothing in the repository is judged by one: never a pass',
    ),
  note: z.exactOptional(z.string().describe('why it is undecided or not covered, and what was accepted')),
  checks: z.array(z.string()).readonly().describe('checks that serve it and had something to judge'),
  examined: count,
  findings: count,
  undecided: count,
  accepted: count.describe('findings that a suppression or the baseline accepts'),
  places: z
    .array(z.object({ file: z.string(), line: z.int().min(1), check: z.string() }).readonly())
    .readonly()
    .describe('where the first findings are'),
});

export const matrixSchema = z
  .object({
    framework: z.string(),
    title: z.string(),
    edition: z.string(),
    source: z.string(),
    counts: z
      .object(
        Object.fromEntries(controlStatuses.map((status) => [status, count])) as Record<
          (typeof controlStatuses)[number],
          typeof count
        >,
      )
      .readonly(),
    controls: z.array(control.readonly()).readonly(),
  })
  .readonly();
