import { z } from 'zod';
import { changes, effects } from '../../impact/effect.ts';
import { roles } from '../../impact/role.ts';
import type { ImpactReport } from './report.ts';

const count = z.int().min(0);
const place = {
  file: z.string().describe('relative to the folder, separated by /'),
  line: z.int().min(1).describe('counted from 1'),
};

const resource = z.object({
  id: z
    .string()
    .describe('its address, with its unit where several hold the same; as `plinth graph` prints it'),
  address: z.string(),
  name: z.string().describe('as people say it: Deployment api'),
  type: z.string(),
  role: z.enum(roles),
  unit: z.string(),
  environment: z.exactOptional(z.string()),
  owners: z.array(z.object({ name: z.string(), by: z.enum(['tag', 'label', 'CODEOWNERS']) })),
  ...place,
});

const step = z.object({
  from: z.string().describe('id'),
  to: z.string().describe('id'),
  relation: z.string().describe('of the graph'),
  says: z.string().describe('the hop in words: Service api selects Deployment api'),
  file: z.exactOptional(place.file),
  line: z.exactOptional(place.line),
});

const affected = resource.extend({
  effect: z
    .enum(effects)
    .describe(
      'goes: destroyed or replaced with it; fails; degraded: works in part; latent: runs on, and fails at its next start; notices: may notice a change; weakened: loses a guard, a way in or an insight; idle: left without a purpose',
    ),
  passes: z.boolean().describe('runs nothing itself: what is wrong passes through it'),
  likely: z.boolean().describe('told by hints such as permissions, not by something that is said'),
  distance: z.int().min(1).describe('relations on the way'),
  way: z.string().describe('in words, from it to what it starts from'),
  steps: z.array(step),
});

const barrier = z.object({ what: z.string(), of: z.string().describe('id'), ...place });

const data = z.object({
  id: z.string(),
  name: z.string(),
  outcome: z
    .enum(['refused', 'kept', 'restorable', 'lost', 'unreachable', 'unknown'])
    .describe('refused: the change does not happen; restorable: from a copy; unreachable: for a while'),
  guards: z.array(z.string()).describe('what refuses the change, keeps the data or has a copy'),
  ...place,
});

const impact = z.object({
  subjects: z.array(resource).describe('what it starts from'),
  change: z.enum(changes),
  because: z.exactOptional(z.array(z.string())).describe('with --changed-since: the attributes that changed'),
  headline: z.string().describe('the outcome in a sentence'),
  summary: z.object({
    affected: count,
    byEffect: z.record(z.string(), count),
    services: z.array(z.string()).describe('workloads and services that stop or work in part, or soon will'),
    entries: z.array(z.string()).describe('ways in from outside that are hit'),
    environments: z.array(z.string()),
    owners: z.array(z.string()).describe('who answers for what is hit'),
    dataLost: z.array(z.string()).describe('names of what is lost, with no guard and no copy'),
  }),
  affected: z.array(affected).describe('the worst first, and the nearest of them'),
  data: z.array(data),
  held: z.array(barrier).describe('what contains it'),
  missing: z.array(barrier).describe('what would contain it'),
  cycles: z.array(z.array(z.string())).describe('ids of what need each other in a circle'),
});

/** The schema of {@link ImpactReport}. The compiler holds the two together, in both directions. */
export const impactSchema = z.object({
  schema: z.literal('1.0').describe('version of this schema'),
  tool: z.object({ name: z.literal('plinth'), version: z.string() }),
  since: z.exactOptional(z.string()).describe('the revision of --changed-since'),
  impacts: z
    .array(impact)
    .describe('one; with --changed-since one for each changed resource, the worst first'),
});

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
true satisfies Same<Plain<z.infer<typeof impactSchema>>, Plain<ImpactReport>>;

/** Writes a type out, so that two ways of saying the same are the same. */
type Plain<T> = T extends object ? { -readonly [K in keyof T]: Plain<T[K]> } : T;

/** The JSON Schema (draft 2020-12) of what `plinth impact --format json` prints. */
export function impactJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(impactSchema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return {
    $schema,
    title: 'Report of plinth impact',
    description: 'What `plinth impact --format json` prints. Minor versions only add to it.',
    ...rest,
  };
}
