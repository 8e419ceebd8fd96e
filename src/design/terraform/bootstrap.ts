import type { Architecture } from '../architecture.ts';
import { hasPackages } from '../artifacts.ts';
import type { Environment } from '../environment.ts';
import { block, comment, gap, type Part } from '../hcl/items.ts';
import { hcl } from '../hcl/print.ts';
import { raw } from '../hcl/value.ts';
import { tagsOf } from '../names.ts';
import { pipelineName } from '../pipeline/roles.ts';
import { backendOf, stateKeyName } from '../state-place.ts';
import { FileSet, type Files } from '../target.ts';
import { bootstrapReadme } from './bootstrap-readme.ts';
import { call, groups } from './call.ts';
import { firstOfAccount } from './guard.ts';
import { accessOf, imagesOf } from './pipeline-access.ts';
import { output, settingsBlock, variable } from './root.ts';
import { servicesOf } from './services-of-aws.ts';

const up = { module: (name: string) => `../../modules/${name}` };

/** What has to be there before a pipeline can do anything: the bucket of states, and who the pipeline is. */
export function bootstrapFiles(architecture: Architecture): Files {
  const files = new FileSet().add('terraform/bootstrap/README.md', bootstrapReadme(architecture));
  for (const environment of architecture.environments) files.addAll(bootstrapOf(architecture, environment));
  return files.files;
}

function bootstrapOf(architecture: Architecture, environment: Environment): Files {
  const { recovery } = environment;
  const folder = `terraform/bootstrap/${environment.name}`;
  const sites = [
    { label: 'state', bucket: environment.stateBucket },
    ...(recovery
      ? [{ label: 'state_recovery', bucket: recovery.stateBucket, provider: 'aws.recovery' }]
      : []),
  ];
  return new FileSet()
    .add(
      `${folder}/terraform.tf`,
      hcl(
        settingsBlock(
          backendOf(environment, {
            bucket: environment.stateBucket,
            key: 'bootstrap/terraform.tfstate',
            region: environment.region,
          }),
        ),
      ),
    )
    .add(
      `${folder}/providers.tf`,
      hcl(
        providerOf(architecture, environment, environment.region),
        recovery && comment('States of the recovery site must be within reach when the region is not.'),
        recovery && providerOf(architecture, environment, recovery.region, 'recovery'),
      ),
    )
    .add(
      `${folder}/main.tf`,
      hcl(
        sites.map(({ label, bucket, provider }) => stateOf(label, bucket, environment, provider)),
        pipeline(
          architecture,
          environment,
          sites.map(({ label }) => label),
        ),
      ),
    )
    .addAll(buildersInput(architecture, environment, folder))
    .add(`${folder}/outputs.tf`, hcl(...outputsOf(buildersOf(architecture, environment))))
    .add(
      `${folder}/tests/plan.tftest.hcl`,
      hcl(
        block('mock_provider', ['aws'], {}),
        recovery && block('mock_provider', ['aws'], { alias: 'recovery' }),
        block('run', ['plans'], { command: raw('plan') }),
      ),
    ).files;
}

function providerOf(
  architecture: Architecture,
  environment: Environment,
  region: string,
  alias?: string,
): Part {
  return block(
    'provider',
    ['aws'],
    { ...(alias === undefined ? {} : { alias }), region, allowed_account_ids: [environment.account] },
    block('default_tags', [], { tags: tagsOf(environment, environment.system, architecture.owner) }),
  );
}

function stateOf(label: string, bucket: string, environment: Environment, provider?: string): Part[] {
  const { account } = environment;
  const providers = provider === undefined ? [] : [gap, { providers: { aws: raw(provider) } }];
  return [
    call(
      up,
      `${label}_key`,
      'kms-key',
      {
        name: stateKeyName(environment, provider !== undefined),
        description: `Terraform states of ${environment.name}`,
        account_id: account,
      },
      providers,
    ),
    call(
      up,
      label,
      'state-bucket',
      { name: bucket, account_id: account, kms_key_arn: raw(`module.${label}_key.arn`) },
      providers,
    ),
  ];
}

function pipeline(architecture: Architecture, environment: Environment, labels: readonly string[]): Part {
  const { delivery } = architecture;
  return call(
    up,
    'ci',
    'ci-identity',
    groups(
      {
        name: pipelineName(environment),
        account_id: environment.account,
        repository: delivery.repository,
      },
      { ...trust(architecture, environment), create_provider: firstOfAccount(architecture, environment) },
      {
        state_bucket_arns: labels.map((label) => raw(`module.${label}.arn`)),
        state_key_arns: labels.map((label) => raw(`module.${label}_key.arn`)),
      },
      { services: servicesOf(architecture, environment), ...accessOf(architecture, environment) },
    ),
  );
}

/** Sources: docs.github.com, OpenID Connect reference; docs.gitlab.com, ID token authentication. */
function trust({ delivery: { ci, repository, branch } }: Architecture, { name }: Environment) {
  return ci === 'github'
    ? {
        issuer: 'https://token.actions.githubusercontent.com',
        audience: 'sts.amazonaws.com',
        plan_subjects: [`repo:${repository}:pull_request`, `repo:${repository}:ref:refs/heads/${branch}`],
        apply_subjects: [`repo:${repository}:environment:${name}`],
      }
    : {
        issuer: 'https://gitlab.com',
        audience: 'https://gitlab.com',
        plan_subjects: [`project_path:${repository}:ref_type:branch:ref:*`],
        apply_subjects: [`project_path:${repository}:ref_type:branch:ref:${branch}`],
      };
}

/** Images and packages are built in repositories of services, which are not known here. */
function buildersInput(architecture: Architecture, environment: Environment, folder: string): Files {
  const { delivery } = architecture;
  const subject =
    delivery.ci === 'github'
      ? `repo:${delivery.repository}:ref:refs/heads/${delivery.branch}`
      : `project_path:${delivery.repository}:ref_type:branch:ref:${delivery.branch}`;
  const builders = buildersOf(architecture, environment);
  if (builders.length === 0) return new FileSet().files;
  return new FileSet().add(
    `${folder}/variables.tf`,
    hcl(
      ...builders.map(({ kind, verb }) =>
        variable({
          name: `${kind}_subjects`,
          description: `Pipelines that may ${verb} ${kind}, one a repository that builds any.`,
          type: 'list(string)',
          default: [subject],
        }),
      ),
    ),
  ).files;
}

/** What is built elsewhere and brought to an environment, by roles of their own. */
function buildersOf(architecture: Architecture, environment: Environment) {
  return [
    ...(imagesOf(architecture, environment).length > 0 ? [{ kind: 'images', verb: 'push' }] : []),
    ...(hasPackages(environment) ? [{ kind: 'packages', verb: 'upload' }] : []),
  ] as const;
}

function outputsOf(builders: ReturnType<typeof buildersOf>): Part[] {
  const arn = (name: string, description: string) =>
    output({ name, description, value: raw(`module.ci.${name}`), example: '' });
  return [
    arn('plan_role_arn', 'The role that the pipeline takes to plan.'),
    arn('apply_role_arn', 'The role that the pipeline takes to apply.'),
    ...builders.map(({ kind, verb }) =>
      arn(`${kind}_role_arn`, `The role that pipelines take to ${verb} ${kind}.`),
    ),
    arn(
      'boundary_arn',
      'What bounds every role that the pipeline makes; the other roots give it by its name.',
    ),
  ];
}
