import { z } from 'zod';
import { scenarioKinds, states } from '../../simulation/scenarios/outcome.ts';
import type { SimulationReport } from './report.ts';

const text = z.string();
const texts = z.array(text).readonly();
const pods = z.int().min(0);
const seconds = z.number().min(0);
const percent = z.number().min(0).max(100);

const place = {
  file: text.describe('relative to the folder, separated by /'),
  line: z.int().min(1).describe('counted from 1'),
};

const remedy = z
  .object({
    what: text.describe('the smallest change found that helps'),
    tried: z.boolean().describe('whether it was tried in the simulation'),
    fix: z
      .enum(['none', 'unsafe'])
      .describe('unsafe: a machine can write it, and a person should look at it'),
  })
  .readonly();

const outcome = z
  .object({
    workload: text.describe('its address'),
    ...place,
    state: z
      .enum(states)
      .describe(
        'impaired: its own pods serve, and something that it calls does not, directly or through others',
      ),
    before: pods.describe('pods that ran before'),
    left: pods.describe('pods that go on running'),
    restored: pods.describe('pods that run once all that repairs itself has done so'),
    needed: pods.describe('pods that are enough'),
    seconds: z
      .exactOptional(z.object({ least: seconds, most: seconds }).readonly())
      .describe('how long the state lasts; absent where nothing gives a figure, or it serves'),
    until: z.exactOptional(text.describe('what ends the state')),
    parts: z
      .array(
        z
          .object({
            what: text,
            least: z.exactOptional(seconds),
            most: z.exactOptional(seconds),
            source: text,
          })
          .readonly(),
      )
      .readonly()
      .describe('what the time is made up of, each with its source'),
    why: texts.describe('from the failure to the workload, each a reason for the next'),
    byLuck: z.exactOptional(
      text.describe('it goes well as pods are likely to be placed, and no rule makes sure that it does'),
    ),
    blocks: z.exactOptional(text.describe('what is held up: a drain or a rollout that never ends')),
    later: z.exactOptional(text.describe('what comes of it where nobody acts in time')),
    remedy: z.exactOptional(remedy),
  })
  .readonly();

const component = z
  .object({
    what: text,
    percent: z.exactOptional(percent.describe('absent where nobody publishes a figure')),
    source: text,
  })
  .readonly();

const environment = z
  .object({
    name: text.describe('empty where the repository names no environment'),
    production: z.boolean(),
    zones: texts,
    pools: z
      .array(
        z
          .object({
            name: text,
            resource: z.exactOptional(text.describe('absent where the pool was assumed')),
            instanceType: text,
            zones: texts,
            nodes: pods,
            most: pods.describe('what it may grow to'),
            growsBy: z.exactOptional(text),
            spot: z.boolean(),
            alone: z.exactOptional(z.enum(['task', 'instance'])),
            allocatable: z
              .object({ millicores: pods, bytes: pods, pods })
              .readonly()
              .describe('what pods of a node may request in all'),
          })
          .readonly(),
      )
      .readonly(),
    workloads: z
      .array(
        z
          .object({
            address: text,
            ...place,
            replicas: pods,
            most: pods.describe('what an autoscaler may add up to'),
            enough: pods.describe('pods that carry the load of today'),
            enoughBy: text.describe('who says how many are enough'),
            nodes: z
              .array(text)
              .readonly()
              .describe('where its pods stand; fewer than replicas where some find no place'),
            calls: z
              .array(z.object({ what: text, through: text, optional: z.boolean() }).readonly())
              .readonly(),
          })
          .readonly(),
      )
      .readonly(),
    services: z
      .array(
        z.object({ address: text, as: text, survivesZone: z.enum(['yes', 'no', 'not told']) }).readonly(),
      )
      .readonly()
      .describe('what a provider runs'),
    unplaced: z
      .array(z.object({ workload: text, ...place, waiting: pods, why: text }).readonly())
      .readonly()
      .describe('workloads that find no place before anything fails'),
    assumptions: z
      .array(
        z
          .object({
            about: text,
            assumed: text,
            because: text,
            setBy: z.exactOptional(text),
            source: z.exactOptional(text),
          })
          .readonly(),
      )
      .readonly(),
    scenarios: z
      .array(
        z
          .object({
            id: text,
            kind: z.enum(scenarioKinds),
            title: text,
            outcomes: z.array(outcome).readonly(),
            notes: texts,
          })
          .readonly(),
      )
      .readonly()
      .describe('workloads that a scenario does not name keep serving'),
    availability: z
      .array(
        z
          .object({
            workload: text,
            percent: percent.describe(
              'at best, by what its parts promise: the product of those with a figure',
            ),
            minutesTaken: z.number().describe('of a month of 30 days, that the parts may take'),
            components: z.array(component).readonly(),
            limit: z.exactOptional(component),
            objective: z.exactOptional(
              z.object({ percent, by: text, minutesAllowed: z.number(), reachable: z.boolean() }).readonly(),
            ),
          })
          .readonly(),
      )
      .readonly(),
    recovery: z
      .array(
        z
          .object({
            resource: text,
            ...place,
            as: text,
            rpo: z
              .union([seconds, z.literal('never'), z.literal('not told')])
              .describe('seconds of data that may be lost; never: nothing brings it back'),
            rpoBy: text,
            failover: text,
            rto: z
              .union([seconds, z.literal('never'), z.literal('not told')])
              .describe('seconds until it is restored'),
            steps: texts,
            otherRegion: z.enum(['yes', 'no', 'not told']),
            target: z.exactOptional(
              z.object({ rpo: z.exactOptional(seconds), rto: z.exactOptional(seconds) }).readonly(),
            ),
            misses: texts,
          })
          .readonly(),
      )
      .readonly(),
    leftOut: pods.describe('jobs, which the simulation leaves out'),
  })
  .readonly();

export const simulationReportSchema = z
  .object({
    tool: z.object({ name: z.literal('plinth'), version: text }).readonly(),
    schema: z.literal(1),
    environments: z.array(environment).readonly(),
    modelled: texts.describe('what of kube-scheduler is modelled'),
    notModelled: texts,
  })
  .readonly()
  .describe('what plinth simulate --format json prints') satisfies z.ZodType<SimulationReport>;

/** The JSON Schema (2020-12) of the report. It lets a report hold more than it names, so that readers do not break. */
export function simulationJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(simulationReportSchema);
  return { $schema, title: 'plinth simulate', ...rest };
}
