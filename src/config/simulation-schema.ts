import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));
const whole = (meaning: string) => z.exactOptional(z.int().check(z.minimum(1), z.describe(meaning)));
const seconds = (meaning: string) => z.exactOptional(z.number().check(z.minimum(0), z.describe(meaning)));
const percent = z.number().check(z.gt(0), z.lte(100));
const quantity = (meaning: string) =>
  z.exactOptional(z.string().check(z.regex(/^\d+(\.\d+)?[a-zA-Z]{0,2}$/), z.describe(meaning)));
const duration = z.string().check(z.regex(/^(\d+(\.\d+)?[smhd])+$/), z.describe('As 5m, 1h30m or 1d.'));

/** What `plinth simulate` takes where the repository does not say, and the targets that it holds figures against. */
export const simulationSchema = z
  .strictObject({
    zones: whole('Zones, where the repository names none.'),
    nodes: whole('Nodes of a pool whose size is not known.'),
    instanceType: z.exactOptional(
      text.check(z.describe('Instance type of nodes whose type is not known: m5.xlarge.')),
    ),
    cpuRequest: quantity(
      'What a container counts for that requests no CPU: 100m. Default: nothing, as for the scheduler.',
    ),
    memoryRequest: quantity('What a container counts for that requests no memory: 128Mi. Default: nothing.'),
    nodeAutoscaling: z.exactOptional(
      z
        .boolean()
        .check(
          z.describe(
            'Whether something adds nodes where pods wait. Default: judged by what the repository installs.',
          ),
        ),
    ),
    nodeStartSeconds: seconds('How long a new node takes until pods start on it. Default: 180.'),
    podStartSeconds: seconds('How long a pod takes until it is ready. Default: 60.'),
    load: z.exactOptional(
      z
        .number()
        .check(z.gt(1), z.describe('The load that is tried, as a multiple of that of today. Default: 2.')),
    ),
    enough: z.exactOptional(
      z
        .record(text, z.int().check(z.minimum(1)))
        .check(
          z.describe(
            'Pods that carry the load of today, by workload. Default: what its budget keeps, otherwise all.',
          ),
        ),
    ),
    optional: z.exactOptional(
      z.array(text).check(z.describe('What a workload can do without: api -> redis.')),
    ),
    objectives: z.exactOptional(
      z
        .record(text, percent)
        .check(z.describe('Availability objectives in percent, by workload or Service: api: 99.9.')),
    ),
    recovery: z.exactOptional(
      z
        .record(text, z.strictObject({ rpo: z.exactOptional(duration), rto: z.exactOptional(duration) }))
        .check(
          z.describe(
            'What may be lost, and how long a restore may take, by address or name of a store of data; * stands for any text.',
          ),
        ),
    ),
    availability: z.exactOptional(
      z
        .record(text, percent)
        .check(z.describe('Availability in percent of what others run, by host name or address.')),
    ),
    restoreMinutes: seconds('How many minutes a restore from a backup took when it was last practised.'),
  })
  .check(z.describe('What plinth simulate takes where the repository does not say.'));
