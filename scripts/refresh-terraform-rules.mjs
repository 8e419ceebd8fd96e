// Writes data/terraform/aws-rules.ts: what the schema of the AWS provider does not say, asked of the running provider itself.
//   node scripts/refresh-terraform-rules.mjs [--only aws_db_instance]
// Needs terraform with an installable hashicorp/aws 5.100.0, and npm. Nothing is sent to AWS: a provider validates and plans
// by itself. Takes some minutes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pack } from './terraform/message-pack.mjs';
import { probeReplacements, probeRules } from './terraform/probe-resource.mjs';
import { startProvider } from './terraform/provider-process.mjs';
import { sampleBody } from './terraform/sample-values.mjs';

const version = '5.100.0';
const { values } = parseArgs({ options: { only: { type: 'string' } } });

/** Types that hold what is lost, or cannot be reached meanwhile, when the resource is made anew. */
const stateful =
  /^aws_(db_instance|rds_cluster(_instance)?|rds_global_cluster|dynamodb_(global_)?table|s3_(directory_)?bucket|s3tables_.*|ebs_volume|efs_file_system|fsx_.*_(file_system|volume|virtual_machine)|elasticache_(cluster|replication_group|serverless_cache)|memorydb_cluster|docdb_cluster(_instance)?|docdbelastic_cluster|neptune_cluster(_instance)?|neptunegraph_graph|redshift_cluster|redshiftserverless_(namespace|workgroup)|opensearch_domain|opensearchserverless_collection|elasticsearch_domain|msk_(serverless_)?cluster|mq_broker|kinesis_stream|sqs_queue|sns_topic|eks_cluster|ecr_repository|kms_key|secretsmanager_secret|cognito_(user|identity)_pool|backup_vault|glacier_vault|cloudwatch_log_group|timestreamwrite_(database|table)|timestreaminfluxdb_db_instance|keyspaces_(keyspace|table)|qldb_ledger|lightsail_(database|disk|bucket|instance)|dax_cluster|emr_cluster|codecommit_repository|route53_zone|directory_service_directory|workspaces_workspace|storagegateway_gateway|glue_catalog_(database|table)|instance|dsql_cluster)$/;

const folder = mkdtempSync(join(tmpdir(), 'terraform-rules-'));
const source = `aws = {\n      source  = "hashicorp/aws"\n      version = "${version}"\n    }`;
writeFileSync(join(folder, 'main.tf'), `terraform {\n  required_providers {\n    ${source}\n  }\n}\n`);
writeFileSync(join(folder, 'package.json'), '{ "private": true }');
const quiet = { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] };
execFileSync('npm', ['install', '--silent', '@grpc/grpc-js@1.14.7', '@grpc/proto-loader@0.8.1'], quiet);
execFileSync('terraform', ['init', '-no-color'], quiet);
const printed = execFileSync('terraform', ['providers', 'schema', '-json'], {
  cwd: folder,
  encoding: 'utf8',
  maxBuffer: 2 ** 28,
});
const [schema] = Object.values(JSON.parse(printed).provider_schemas);

let provider = await start();
const lines = [];
for (const [type, { block }] of Object.entries(schema.resource_schemas).sort(([a], [b]) =>
  a < b ? -1 : 1,
)) {
  if (values.only !== undefined && values.only !== type) continue;
  const line = await lineOf(type, block);
  if (line !== type) lines.push(line);
}
provider.stop();
rmSync(folder, { recursive: true });
if (values.only === undefined) write(`${lines.join('\n')}\n`);
else console.log(lines.join('\n'));

async function start() {
  const providers = join(folder, '.terraform/providers');
  const name = readdirSync(providers, { recursive: true }).find(
    (path) => path.includes(version) && !path.endsWith(version),
  );
  const home = realpathSync(join(providers, name));
  const executable = readdirSync(home).find((file) => file.startsWith('terraform-provider-aws'));
  const started = await startProvider(join(home, executable), folder);
  const config = {
    ...sampleBody(schema.provider.block, 0, () => false),
    region: 'us-east-1',
    access_key: 'none',
    secret_key: 'none',
    skip_credentials_validation: true,
    skip_metadata_api_check: 'true',
    skip_region_validation: true,
    skip_requesting_account_id: true,
  };
  await started.call('Configure', { terraform_version: '1.11.4', config: { msgpack: pack(config) } });
  return started;
}

async function lineOf(type, block) {
  const parts = [type];
  const { exactlyOne, atLeastOne, conflicts } = await ask(probeRules, type, block, {
    exactlyOne: [],
    atLeastOne: [],
    conflicts: [],
  });
  for (const group of exactlyOne) parts.push(`=${group.join(',')}`);
  for (const group of atLeastOne) parts.push(`+${group.join(',')}`);
  const partners = new Map();
  for (const [a, b] of conflicts) partners.set(a, [...(partners.get(a) ?? []), b]);
  for (const [name, others] of partners) parts.push(`${name}|${others.join(',')}`);
  const replacing = stateful.test(type) ? await ask(probeReplacements, type, block, []) : [];
  if (replacing.length > 0) parts.push(`!${replacing.join(',')}`);
  return parts.join(' ');
}

/** A question that the provider dies of is left without an answer. */
async function ask(probe, type, block, otherwise) {
  try {
    return await probe(provider, type, block);
  } catch (error) {
    console.error(`${type}: ${error.message}`);
    provider.stop();
    provider = await start();
    return otherwise;
  }
}

function write(text) {
  writeFileSync(
    new URL('../data/terraform/aws-rules.ts', import.meta.url),
    `// Generated by scripts/refresh-terraform-rules.mjs on ${new Date().toISOString().slice(0, 10)} from hashicorp/aws ${version}, by asking it; do not edit.
//
// One resource type a line, then: "=a,b" exactly one of these must be given, "+a,b" at least one; "a|b,c" a can be given
// together with neither; "!a,b.c" a change of these replaces the resource (asked of types that hold state only).

export const rules = \`${text}\`;
`,
  );
  console.log(`${lines.length} types, ${text.length} bytes`);
}
