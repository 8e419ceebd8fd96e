import { isKeyOfAws, type KeyArgument, keyArguments } from '../../graph/aws/key-arguments.ts';
import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'aws/own-key-missing',
  title: 'Data encrypted with a key that AWS holds',
  dimension: 'security',
  severity: 'info',
  why: 'AWS encrypts most services with a key of its own. It protects the disk and nothing else: whoever may read the data may read it, its use is not yours to see or to stop, and what is encrypted with it cannot be shared with another account. A key of your own is a second lock with a policy and a log, at one dollar a month and three cents for ten thousand requests. It matters where an audit asks for it, or where data is shared.',
  sameAs: [
    'checkov:CKV2_AWS_73',
    'checkov:CKV_AWS_119',
    'checkov:CKV_AWS_136',
    'checkov:CKV_AWS_142',
    'checkov:CKV_AWS_147',
    'checkov:CKV_AWS_149',
    'checkov:CKV_AWS_158',
    'checkov:CKV_AWS_160',
    'checkov:CKV_AWS_166',
    'checkov:CKV_AWS_173',
    'checkov:CKV_AWS_177',
    'checkov:CKV_AWS_178',
    'checkov:CKV_AWS_179',
    'checkov:CKV_AWS_180',
    'checkov:CKV_AWS_181',
    'checkov:CKV_AWS_182',
    'checkov:CKV_AWS_183',
    'checkov:CKV_AWS_184',
    'checkov:CKV_AWS_185',
    'checkov:CKV_AWS_186',
    'checkov:CKV_AWS_187',
    'checkov:CKV_AWS_189',
    'checkov:CKV_AWS_190',
    'checkov:CKV_AWS_191',
    'checkov:CKV_AWS_200',
    'checkov:CKV_AWS_201',
    'checkov:CKV_AWS_203',
    'checkov:CKV_AWS_209',
    'checkov:CKV_AWS_212',
    'checkov:CKV_AWS_219',
    'checkov:CKV_AWS_22',
    'checkov:CKV_AWS_221',
    'checkov:CKV_AWS_236',
    'checkov:CKV_AWS_241',
    'checkov:CKV_AWS_245',
    'checkov:CKV_AWS_246',
    'checkov:CKV_AWS_247',
    'checkov:CKV_AWS_262',
    'checkov:CKV_AWS_263',
    'checkov:CKV_AWS_264',
    'checkov:CKV_AWS_265',
    'checkov:CKV_AWS_266',
    'checkov:CKV_AWS_267',
    'checkov:CKV_AWS_268',
    'checkov:CKV_AWS_269',
    'checkov:CKV_AWS_270',
    'checkov:CKV_AWS_271',
    'checkov:CKV_AWS_278',
    'checkov:CKV_AWS_281',
    'checkov:CKV_AWS_282',
    'checkov:CKV_AWS_294',
    'checkov:CKV_AWS_296',
    'checkov:CKV_AWS_297',
    'checkov:CKV_AWS_298',
    'checkov:CKV_AWS_327',
    'checkov:CKV_AWS_337',
    'checkov:CKV_AWS_345',
    'checkov:CKV_AWS_347',
    'checkov:CKV_AWS_354',
    'checkov:CKV_AWS_373',
    'checkov:CKV_AWS_81',
    'checkov:CKV_AWS_98',
    'kics:terraform/aws/cloudwatch_log_group_not_encrypted',
    'kics:terraform/aws/codebuild_project_encrypted_with_aws_managed_key',
    'kics:terraform/aws/docdb_cluster_encrypted_with_aws_managed_key',
    'kics:terraform/aws/docdb_cluster_without_kms',
    'kics:terraform/aws/dynamodb_table_not_encrypted',
    'kics:terraform/aws/ecr_repository_not_encrypted',
    'kics:terraform/aws/efs_without_kms',
    'kics:terraform/aws/elasticsearch_encryption_with_kms_is_disabled',
    'kics:terraform/aws/msk_cluster_encryption_disabled',
    'kics:terraform/aws/sagemaker_endpoint_configuration_encryption_disabled',
    'kics:terraform/aws/sagemaker_notebook_instance_without_kms',
    'kics:terraform/aws/secretsmanager_secret_encrypted_with_aws_managed_key',
    'kics:terraform/aws/secretsmanager_secret_without_kms',
    'kics:terraform/aws/sns_topic_encrypted_with_aws_managed_key',
    'regula:FG_R00068',
    'regula:FG_R00069',
    'trivy:AWS-0017',
    'trivy:AWS-0022',
    'trivy:AWS-0025',
    'trivy:AWS-0027',
    'trivy:AWS-0033',
    'trivy:AWS-0078',
    'trivy:AWS-0098',
    'trivy:AWS-0128',
    'trivy:AWS-0135',
    'trivy:AWS-0136',
    'trivy:AWS-0179',
  ],
  controls: ['pci-dss:3.6.1', 'soc2:CC6.1', 'hipaa:164.312(a)(2)(iv)'],
  sources: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk',
    'https://aws.amazon.com/kms/pricing/',
  ],
  visits: resources(...Object.keys(keyArguments)),
  judge({ resource, node }, graph): readonly Fault[] {
    if (resource.type === 'aws_ebs_volume' && graph.ofType('aws_ebs_default_kms_key').length > 0) return [];
    return keyArguments[resource.type]!.flatMap((argument) =>
      holdersIn(node, argument).flatMap((holder) => faultOf(resource, holder, argument, graph)),
    );
  },
  examples: {
    bad: 'resource "aws_secretsmanager_secret" "database" {\n  name = "shop/database"\n}\n',
    good: 'resource "aws_kms_key" "shop" {\n  enable_key_rotation = true\n}\n\nresource "aws_secretsmanager_secret" "database" {\n  name       = "shop/database"\n  kms_key_id = aws_kms_key.shop.arn\n}\n',
  },
});

function holdersIn(body: Node, { each }: KeyArgument): readonly Node[] {
  return (each ?? []).reduce<readonly Node[]>(
    (holders, name) => holders.flatMap((holder) => holder.list(name)),
    [body],
  );
}

function faultOf(
  resource: Resource,
  holder: Node,
  { path, each, applies, ignored }: KeyArgument,
  graph: Graph,
): readonly Fault[] {
  if (applies && !applies(holder)) return [];
  const isIgnored = ignored?.(holder) === true;
  const key = isIgnored ? holder.peek(...path) : holder.get(...path);
  if (key && key.content !== '' && !isIgnored && !isKeyOfAws(graph, resource, key)) return [];
  return [
    {
      message: `${resource.address} ${key && key.content !== '' ? 'uses the key that AWS made for the service' : 'names no key of your own'}: where an audit asks for one, or the data is shared with another account, set ${[...(each ?? []), ...path].join('.')}.`,
      at: key ?? holder,
      key: [...(each ?? []), ...path].join('.'),
    },
  ];
}
