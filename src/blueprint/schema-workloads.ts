import * as z from 'zod/mini';
import {
  choice,
  cidr,
  cpu,
  duration,
  environmentVariables,
  formerly,
  hostName,
  image,
  looksLike,
  maybe,
  memory,
  needs,
  owner,
  secretNames,
  text,
  webPath,
  whole,
  words,
  written,
} from './schema-parts.ts';

const command = maybe(
  z
    .array(text, 'must be a list such as [node, server.js]')
    .check(z.describe('What is run instead of the entry point of the image.')),
);
const resources = maybe(
  z
    .strictObject({ cpu: maybe(cpu), memory: maybe(memory) }, looksLike('{ cpu: 250m, memory: 256Mi }'))
    .check(z.describe('What one replica needs. Default: 250m and 256Mi.')),
);
const schedule = written(
  /^\S+ \S+ \S+ \S+ \S+$/,
  'must be five fields as cron writes them, such as "0 3 * * *"',
  'When it runs, as cron writes it, in UTC: "0 3 * * *".',
);
const egress = maybe(
  z
    .array(
      z.strictObject(
        {
          host: hostName,
          port: whole(1, 65535, 'Default: 443.'),
          cidrs: maybe(
            z.array(cidr).check(z.describe('Its addresses, where they are known: narrower is safer.')),
          ),
        },
        looksLike('{ host: api.stripe.com }'),
      ),
    )
    .check(z.describe('What it calls outside of the platform.')),
);
const common = { needs, env: environmentVariables, secrets: secretNames, egress, owner, formerly };

const exposure = z.strictObject(
  {
    host: text.check(z.describe('A name below the domain (api), or a whole one (api.example.com).')),
    path: webPath('The part of the host that it answers. Default: /.'),
    public: maybe(z.boolean().check(z.describe('Whether the internet may reach it. Default: true.'))),
  },
  looksLike('{ host: api, public: true }'),
);

const slo = z.strictObject(
  {
    availability: maybe(
      z
        .number('must be a number of percent such as 99.9')
        .check(
          z.minimum(90),
          z.maximum(99.999, 'must be at most 99.999: nothing never fails'),
          z.describe('Requests that succeed, in percent over 30 days. Default: 99.5, in production 99.9.'),
        ),
    ),
    latency: maybe(
      z
        .strictObject(
          {
            percentile: whole(50, 99, 'The share of requests, in percent. Default: 95.'),
            milliseconds: z.number().check(z.minimum(1), z.describe('They are faster than this.')),
          },
          looksLike('{ percentile: 95, milliseconds: 300 }'),
        )
        .check(z.describe('How fast most requests are answered.')),
    ),
  },
  looksLike('{ availability: 99.9 }'),
);
const objectives = maybe(slo.check(z.describe('What is promised; alerts follow from it.')));

export const service = z.strictObject(
  {
    image,
    port: whole(1, 65535, 'The port that it listens on. Default: 8080.'),
    protocol: choice(['http', 'grpc', 'tcp'], 'What it speaks on that port. Default: http.'),
    health: maybe(
      z.union([
        written(
          /^\/[^\s?#]*$/,
          'must be a path such as /healthz',
          'The path that answers 200 when it can serve. Default: /healthz.',
        ),
        z.strictObject({
          ready: webPath('The path that answers 200 when it can serve. Default: /healthz.'),
          live: webPath(
            'The path that answers 200 as long as it need not be restarted. Default: that of ready.',
          ),
          start: maybe(duration.check(z.describe('The longest that a start takes. Default: 60s.'))),
        }),
      ]),
    ),
    metrics: webPath('The path of its Prometheus metrics. Default: /metrics.'),
    command,
    scale: maybe(
      z.union([
        z
          .number()
          .check(z.multipleOf(1), z.minimum(1), z.maximum(1000), z.describe('A fixed number of replicas.')),
        z.strictObject({
          min: whole(1, 1000, 'Default: 2, so that one may fail.'),
          max: whole(1, 1000, 'Default: three times the least.'),
          cpu: whole(10, 95, 'Percent of the requested processors that scaling aims at. Default: 70.'),
        }),
      ]),
    ),
    resources,
    expose: maybe(
      z
        .union([text, exposure])
        .check(z.describe('The name that it is reached by from outside: api, or api.example.com.')),
    ),
    slo: objectives,
    strategy: choice(
      ['rolling', 'blue-green', 'canary'],
      'How a new version replaces the old one. Default: decided.',
    ),
    stateless: maybe(
      z
        .boolean()
        .check(
          z.describe('Whether any replica may be ended at any time, and so run on spot. Default: true.'),
        ),
    ),
    ...common,
  },
  looksLike('{ image: ghcr.io/acme/api }'),
);

export const job = z.strictObject(
  {
    image,
    command,
    schedule: maybe(schedule),
    timeout: maybe(duration.check(z.describe('It is ended after this. Default: 1h.'))),
    retries: whole(0, 10, 'Default: 2.'),
    resources,
    ...common,
  },
  looksLike('{ image: ghcr.io/acme/job, schedule: "0 3 * * *" }'),
);

export const functionSchema = z.strictObject(
  {
    runtime: choice(
      ['nodejs22.x', 'nodejs20.x', 'python3.13', 'python3.12', 'java21', 'provided.al2023', 'image'],
      'What it runs on. Default: nodejs22.x; image where an image is given.',
    ),
    image: maybe(image),
    handler: words('Default: index.handler.'),
    memory: whole(128, 10240, 'Megabytes. Default: 256.'),
    timeout: maybe(duration.check(z.describe('At most 15m. Default: 30s.'))),
    concurrency: whole(1, 1000, 'The most that run at once. Default: what the account allows.'),
    on: maybe(
      z
        .strictObject(
          {
            queue: words('A queue: it is called with its messages.'),
            topic: words('A topic: it is called with what is published.'),
            bucket: words('An object store: it is called for new objects.'),
            table: words('A document table: it is called for changes.'),
            schedule: maybe(schedule),
            http: maybe(exposure.check(z.describe('A host and path: it is called for requests there.'))),
          },
          looksLike('{ queue: orders }'),
        )
        .check(z.describe('What it is called by.')),
    ),
    slo: objectives,
    ...common,
  },
  looksLike('{ runtime: nodejs22.x, on: { queue: orders } }'),
);
