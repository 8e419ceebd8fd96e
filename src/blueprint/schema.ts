import * as z from 'zod/mini';
import { account, environment, region } from './schema-environment.ts';
import {
  choice,
  cidr,
  duration,
  flag,
  formerly,
  looksLike,
  mail,
  maybe,
  owner,
  tagName,
  tagValue,
  text,
  volume,
  whole,
  words,
  written,
} from './schema-parts.ts';
import { functionSchema, job, service } from './schema-workloads.ts';

export const standards = ['soc2', 'hipaa', 'pci-dss', 'gdpr'] as const;
export const datastoreTypes = ['postgres', 'mysql', 'redis', 'bucket', 'queue', 'topic', 'table'] as const;
export const sensitivities = ['public', 'internal', 'confidential', 'restricted'] as const;

const datastore = z.strictObject(
  {
    type: z.enum(datastoreTypes).check(z.describe('What is kept in it, and how.')),
    version: words('The version of the engine, in quotes. Default: a current one.'),
    size: choice(['small', 'medium', 'large', 'xlarge'], 'How much it works in production. Default: small.'),
    storage: maybe(volume.check(z.describe('What it holds today. Default: 20GB.'))),
    growth: maybe(
      written(
        /^\d+(\.\d+)?%$/,
        'must be a share such as 5%',
        'How much more it holds each month. Default: 5%.',
      ),
    ),
    sensitivity: choice(sensitivities, 'What it would mean if it got out. Default: confidential.'),
    rpo: maybe(duration.check(z.describe('How much may be lost, in time. Default: 24h, in production 5m.'))),
    rto: maybe(duration.check(z.describe('How long it may be away. Default: 8h.'))),
    hosting: choice(
      ['managed', 'self-hosted'],
      'Run by AWS, or by an operator in the cluster. Default: decided.',
    ),
    backups: choice(
      ['none', 'daily', 'continuous'],
      'How often it is copied. Default: what the RPO asks for.',
    ),
    retention: whole(1, 3650, 'Days that backups are kept. Default: 7, in production 35.'),
    fifo: flag('For queues and topics: whether the order counts. Default: false.'),
    key: words('For tables: the partition key. Default: id.'),
    sort: words('For tables: the sort key.'),
    subscribers: maybe(z.array(text).check(z.describe('For topics: queues that get what is published.'))),
    owner,
    formerly,
  },
  looksLike('{ type: postgres }'),
);

const map = <T extends z.ZodMiniType>(type: T, meaning: string) =>
  maybe(z.record(text, type).check(z.describe(meaning)));

export const blueprintSchema = z
  .strictObject({
    $schema: words('Where this schema is published, for editors.'),
    name: text.check(z.describe('The system, in short: it is part of names.')),
    owner: words('The team that answers for the system. Default: the first of owners, or platform.'),
    owners: map(
      z.strictObject(
        {
          email: mail('Where alerts about money and mails go.'),
          channel: words('A chat channel, such as #payments.'),
          github: maybe(
            written(
              /^[\w.-]+(\/[\w.-]+)*$/,
              'must be a team such as acme/payments',
              'The team in the code host, for CODEOWNERS: acme/payments.',
            ),
          ),
          costCentre: maybe(
            tagValue.check(z.describe('Who pays: the cost-centre tag. Default: the name of the team.')),
          ),
        },
        looksLike('{ email: team@example.com }'),
      ),
      'Teams by name.',
    ),
    account: maybe(account),
    region: maybe(
      region.check(z.describe('Where environments are unless they say otherwise. Default: eu-west-1.')),
    ),
    domain: maybe(
      written(
        /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/,
        'must be a domain such as example.com',
        'The domain that hosts are below: example.com.',
      ),
    ),
    services: map(service, 'What runs all the time and is called.'),
    jobs: map(job, 'What runs and ends.'),
    functions: map(functionSchema, 'What is called by events and runs in AWS Lambda.'),
    datastores: map(datastore, 'Where data is kept or passed on.'),
    environments: map(environment, 'Default: one, production.'),
    network: maybe(
      z
        .strictObject(
          {
            cidr: maybe(
              cidr.check(z.describe('What environments get their networks from. Default: 10.0.0.0/8.')),
            ),
            peers: map(
              z.strictObject(
                {
                  cidr,
                  account: maybe(account),
                  vpc: maybe(
                    written(
                      /^vpc-[0-9a-f]{8,17}$/,
                      'must be the id of a VPC such as vpc-0a1b2c3d',
                      'Id of its VPC.',
                    ),
                  ),
                  environments: maybe(
                    z.array(text).check(z.describe('Those that are connected with it. Default: all.')),
                  ),
                },
                looksLike('{ cidr: 10.8.0.0/16 }'),
              ),
              'Networks that environments are connected with.',
            ),
            vpn: maybe(
              z
                .strictObject(
                  {
                    cidr,
                    gateway: maybe(
                      written(
                        /^\d{1,3}(\.\d{1,3}){3}$/,
                        'must be an address such as 203.0.113.10',
                        'Public address of the other end.',
                      ),
                    ),
                    environments: maybe(
                      z.array(text).check(z.describe('Those that it leads to. Default: all.')),
                    ),
                  },
                  looksLike('{ cidr: 172.20.0.0/16, gateway: 203.0.113.10 }'),
                )
                .check(z.describe('A site that is reached through a tunnel.')),
            ),
          },
          looksLike('{ cidr: 10.0.0.0/8 }'),
        )
        .check(z.describe('Addresses, and what environments are connected with.')),
    ),
    compliance: maybe(z.array(z.enum(standards)).check(z.describe('What is audited against.'))),
    budget: maybe(
      z
        .strictObject(
          {
            monthly: maybe(
              z
                .number()
                .check(
                  z.minimum(1),
                  z.describe(
                    'US dollars a month, for all environments. Default: a fifth above the estimate.',
                  ),
                ),
            ),
            contact: mail('Who is told. Default: the mail of the owner.'),
            alarms: flag('Whether people are told of what is spent, and of unusual costs. Default: true.'),
          },
          looksLike('{ monthly: 500 }'),
        )
        .check(z.describe('What may be spent, and who is told.')),
    ),
    naming: maybe(
      z
        .strictObject(
          {
            pattern: words(
              'How names are made. Default: ${env}-${service}-${resource}; ${system} and ${region} may be used too.',
            ),
            tags: maybe(
              z
                .record(tagName, tagValue)
                .check(
                  z.describe(
                    'Tags that everything gets besides environment, service, owner and cost-centre.',
                  ),
                ),
            ),
          },
          looksLike('{ tags: { data-residency: eu } }'),
        )
        .check(z.describe('How things are called and tagged.')),
    ),
    delivery: maybe(
      z
        .strictObject(
          {
            repository: maybe(
              written(
                /^(?!.*\.git$)[\w.-]+(\/[\w.-]+)+$/,
                'must be written as acme/platform, without the address of the host',
                'Where this is kept: acme/platform.',
              ),
            ),
            branch: maybe(
              written(
                /^(?!\/)[\w./-]+(?<!\/)$/,
                'must be the name of a branch such as main',
                'The branch that is deployed. Default: main.',
              ),
            ),
            ci: choice(
              ['github', 'gitlab'],
              'Where the repository is, and its pipelines run. Default: github.',
            ),
            gitops: choice(['argocd', 'flux'], 'What brings manifests into clusters. Default: argocd.'),
            packaging: choice(
              ['kustomize', 'helm'],
              'How manifests differ between environments. Default: kustomize.',
            ),
          },
          looksLike('{ repository: acme/platform, ci: github }'),
        )
        .check(z.describe('How changes reach the platform.')),
    ),
    mesh: choice(
      ['none', 'istio', 'linkerd'],
      'What stands between services that call each other. Default: decided.',
    ),
    secrets: choice(
      ['external-secrets', 'vault'],
      'Where secrets come from. Default: external-secrets, with AWS Secrets Manager.',
    ),
    compute: choice(['eks', 'ecs', 'lambda', 'decide'], 'What services run on. Default: decide.'),
    decisions: maybe(
      z
        .strictObject({
          accounts: choice(['single', 'per-environment'], 'Account layout.'),
          nat: choice(['none', 'single', 'per-zone'], 'NAT gateways, in production.'),
          ingress: choice(['alb', 'nginx'], 'What takes requests from outside.'),
          nodes: choice(['managed-groups', 'karpenter'], 'What adds nodes to a cluster.'),
          spot: maybe(
            z
              .number()
              .check(
                z.minimum(0),
                z.maximum(1, 'must be at most 1: it is a share, and 0.5 is half'),
                z.describe('Share of the capacity that runs on spot.'),
              ),
          ),
          recovery: choice(
            ['backup-restore', 'pilot-light', 'warm-standby'],
            'How a lost region is recovered from.',
          ),
          strategy: choice(['rolling', 'blue-green', 'canary'], 'How services that do not say are deployed.'),
          state: choice(['per-boundary', 'per-environment'], 'Terraform states.'),
          edge: choice(['none', 'waf', 'cloudfront'], 'What stands before public hosts.'),
        })
        .check(z.describe('What Plinth would decide, decided by you.')),
    ),
    imports: maybe(
      z.array(text).check(z.describe('Workloads in Score files beside this one: api/score.yaml.')),
    ),
  })
  .check(z.describe('What a platform is to be: plinth.yaml'));

export type WrittenBlueprint = z.infer<typeof blueprintSchema>;
