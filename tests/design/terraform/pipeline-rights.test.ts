import { beforeAll, describe, expect, it } from 'vitest';
import type { Architecture } from '../../../src/design/architecture.ts';
import type { Environment } from '../../../src/design/environment.ts';
import { nameIn } from '../../../src/design/names.ts';
import { pipelineName } from '../../../src/design/pipeline/roles.ts';
import { terraform } from '../../../src/design/terraform/target.ts';
import { identityStatements } from '../../../src/graph/aws/policies.ts';
import type { Statement } from '../../../src/graph/aws/policy-document.ts';
import type { Graph } from '../../../src/graph/graph.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { architectureOf, architectureOfExample } from '../../support/design-example.ts';
import { isAllowed } from '../../support/iam-decision.ts';
import { readFiles } from '../../support/read-example.ts';
import { rightsToMake } from '../../support/rights-to-make.ts';

const nodesOnDemand = architectureOf(`name: shop
owner: shop
owners: { shop: { email: a@shop.example, channel: "#shop", github: shop/ops } }
region: eu-west-1
domain: shop.example
compute: eks
decisions: { nodes: karpenter, ingress: nginx }
services: { api: { image: 222233334444.dkr.ecr.eu-west-1.amazonaws.com/api, expose: www, needs: [orders, work] } }
datastores: { orders: { type: mysql }, work: { type: topic } }
environments: { production: { account: "222233334444", recoveryRegion: eu-central-1 } }
delivery: { repository: acme/platform, gitops: flux }
`);

/** Terraform as it is written; what only an apply tells (ARNs of states and of the boundary) is said in its place. */
function told(architecture: Architecture): Record<string, string> {
  const files = [...terraform.write(architecture)].filter(
    ([path]) => path.endsWith('.tf') || path.includes('.tfvars'),
  );
  return Object.fromEntries(
    files.map(([path, text]) => [
      path,
      text
        .replaceAll(
          'aws_iam_policy.boundary.arn',
          '"arn:aws:iam::${var.account_id}:policy/${var.name}-boundary"',
        )
        .replaceAll(
          'aws_iam_openid_connect_provider.this[0].arn',
          '"arn:aws:iam::${var.account_id}:oidc-provider/x"',
        )
        .replaceAll(/module\.(state\w*)_key\.arn/g, '"arn:aws:kms:eu-west-1:111122223333:key/$1"')
        .replaceAll(/\bmodule\.(state\w*)\.arn/g, '"arn:aws:s3:::$1"'),
    ]),
  );
}

const isState = (arn: string) => /^arn:aws:s3:::state/.test(arn);

describe.each([
  ['start-up', architectureOfExample('start-up')],
  ['payments', architectureOfExample('payments')],
  ['events', architectureOfExample('events')],
  ['a cluster with Karpenter', nodesOnDemand],
] as const)('the pipeline of %s', (_, architecture) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = (await readFiles(told(architecture))).graph;
  });

  /** What a role, or the boundary, says. */
  const statements = ({ name }: Environment, policy: RegExp): Statement[] =>
    identityStatements
      .find(graph)
      .filter(
        ({ resource }) =>
          resource.address.startsWith('module.ci.') &&
          policy.test(resource.address) &&
          resource.body.file.path.includes('ci-identity') &&
          rootOf(resource) === `terraform/bootstrap/${name}`,
      )
      .map(({ told: statement }) => statement!);
  const ofApply = (environment: Environment) =>
    statements(environment, /role_policy\.apply$|policy\.change\[/);
  const ofPlan = (environment: Environment) => statements(environment, /role_policy\.plan$/);
  const rootOf = (resource: Resource) => resource.unit.path;

  it('may make what the roots of its environment say, and nothing of another', () => {
    const refused = new Set<string>();
    for (const environment of architecture.environments) {
      const policies = ofApply(environment);
      expect(policies.length).toBeGreaterThan(10);
      for (const resource of graph.resources) {
        if (!resource.type.startsWith('aws_') || !inRoots(environment, rootOf(resource))) continue;
        const rights = rightsToMake[resource.type];
        if (!rights) refused.add(`${resource.type}: nobody said what it takes to make one`);
        for (const request of requests(resource, environment, rights ?? []))
          if (!isAllowed(policies, request))
            refused.add(`${environment.name}, ${resource.type}: ${request.action} ${request.resource}`);
      }
    }
    expect([...refused]).toEqual([]);
  });

  it('writes nothing but a lock when it plans', () => {
    for (const environment of architecture.environments) {
      const allowed = ofPlan(environment).filter(({ effect }) => effect === 'Allow');
      expect(allowed.length).toBeGreaterThan(3);
      for (const { actions, notActions, resources } of allowed) {
        expect(notActions).toEqual([]);
        const reading = /:(Get|List|Describe)|^kms:(Decrypt|GenerateDataKey)$/;
        if (!actions.every((action) => reading.test(action!)))
          expect(resources.filter((arn) => !isState(arn!) || !arn!.endsWith('/*.tflock'))).toEqual([]);
      }
    }
  });

  it('makes no role above its boundary, and leaves itself and the states alone', () => {
    for (const environment of architecture.environments) {
      const policies = ofApply(environment);
      const { account } = environment;
      const own = `arn:aws:iam::${account}:role/${pipelineName(environment)}-apply`;
      const made = `arn:aws:iam::${account}:role/${nameIn(environment, environment.system, 'x')}`;
      const boundary = `arn:aws:iam::${account}:policy/${pipelineName(environment)}-boundary`;
      const may = (action: string, resource: string, context: Record<string, string> = {}) =>
        isAllowed(policies, {
          action,
          resource,
          context: { 'aws:requestedregion': 'us-east-1', ...context },
        });
      const bound = { 'iam:permissionsboundary': boundary };
      for (const action of ['iam:CreateRole', 'iam:PutRolePolicy', 'iam:AttachRolePolicy']) {
        expect(may(action, made, bound)).toBe(true);
        expect(may(action, made)).toBe(false);
        expect(may(action, made, { 'iam:permissionsboundary': `${boundary}-of-mine` })).toBe(false);
        expect(may(action, own, bound)).toBe(false);
        expect(may(action, `arn:aws:iam::${account}:role/admin`, bound)).toBe(false);
      }
      expect(may('iam:PutRolePermissionsBoundary', made, { 'iam:permissionsboundary': made })).toBe(false);
      for (const action of ['iam:UpdateAssumeRolePolicy', 'iam:PassRole', 'iam:DeleteRole'])
        expect(may(action, own, { 'iam:passedtoservice': 'lambda.amazonaws.com' })).toBe(false);
      for (const action of ['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion', 'iam:DeletePolicy'])
        expect(may(action, boundary)).toBe(false);
      for (const action of ['iam:CreateUser', 'iam:CreateAccessKey', 'iam:DeleteRolePermissionsBoundary'])
        expect(may(action, '*', bound)).toBe(false);
      for (const action of ['s3:DeleteBucket', 's3:PutBucketPolicy', 's3:PutBucketVersioning'])
        expect(may(action, 'arn:aws:s3:::state')).toBe(false);
      expect(may('s3:PutObject', 'arn:aws:s3:::state/network.tfstate')).toBe(true);
      expect(
        may('secretsmanager:GetSecretValue', `arn:aws:secretsmanager:eu-west-1:${account}:secret:x`),
      ).toBe(false);
      expect(may('sts:AssumeRole', made)).toBe(false);
    }
  });

  it('hands out no right beyond the boundary to make identities or to touch the pipeline', () => {
    for (const environment of architecture.environments) {
      const { account } = environment;
      const policies = statements(environment, /iam_policy\.boundary$/);
      const may = (action: string, resource: string) =>
        isAllowed(policies, { action, resource, context: { 'aws:principalaccount': account } });
      const own = `arn:aws:iam::${account}:role/${pipelineName(environment)}-apply`;
      expect(may('s3:GetObject', 'arn:aws:s3:::files/x')).toBe(true);
      for (const action of [
        'iam:CreateRole',
        'iam:PutRolePolicy',
        'iam:CreateUser',
        'iam:DeleteRolePermissionsBoundary',
      ])
        expect(may(action, '*')).toBe(false);
      for (const action of ['sts:AssumeRole', 'iam:PassRole']) expect(may(action, own)).toBe(false);
      expect(may('s3:GetObject', 'arn:aws:s3:::state/network.tfstate')).toBe(false);
    }
  });
});

function inRoots({ states }: Environment, root: string): boolean {
  return states.some(({ path }) => path === root);
}

function* requests(resource: Resource, environment: Environment, [arn = '*', ...actions]: readonly string[]) {
  const { account, system } = environment;
  const region = environment.region;
  const fallback = nameIn(environment, system, 'x');
  // a policy of a role is asked for by the name of that
  const named = /^aws_iam_role_policy/.test(resource.type)
    ? undefined
    : (textOf(resource, 'name') ?? textOf(resource, 'bucket') ?? textOf(resource, 'identifier'));
  const name = named ?? textOf(resource, 'name_prefix') ?? fallback;
  const isSecret = resource.type.startsWith('aws_secretsmanager');
  const fill = (text: string) =>
    text
      .replace('NAME', isSecret && named === undefined ? `${environment.name}/${system}/x` : name)
      .replace('REGION', region)
      .replace('ACCOUNT', account);
  const roleArn = `arn:aws:iam::${account}:role/${fallback}`;
  const key = `arn:aws:kms:${region}:${account}:key/0`;
  const context = {
    'aws:requestedregion': region,
    'iam:permissionsboundary': `arn:aws:iam::${account}:policy/${pipelineName(environment)}-boundary`,
  };
  for (const action of actions) {
    const [, via, through] = /^via:(\S+) (\S+)$/.exec(action) ?? [];
    const [, other, onOther] = /^on:(\S+) (\S+)$/.exec(action) ?? [];
    const [, linked, toLinked] = /^link:(\S+) (\S+)$/.exec(action) ?? [];
    if (action.startsWith('pass:'))
      yield {
        action: 'iam:PassRole',
        resource: roleArn,
        context: { 'iam:passedtoservice': action.slice(5) },
      };
    else if (through)
      yield {
        action: through,
        resource: key,
        context: {
          ...context,
          'kms:viaservice': `${via}.${region}.amazonaws.com`,
          'aws:resourcetag/environment': environment.name,
        },
      };
    else if (onOther) yield { action: onOther, resource: fill(other!), context };
    else if (toLinked) {
      const service = linked!.replace('SERVICE', textOf(resource, 'aws_service_name') ?? '');
      yield {
        action: toLinked,
        resource: `arn:aws:iam::${account}:role/aws-service-role/${service}/AWSServiceRoleForX`,
        context: { 'iam:awsservicename': service, 'iam:passedtoservice': service },
      };
    } else yield { action, resource: action.startsWith('kms:') ? key : fill(arn), context };
  }
}

function textOf({ body }: Resource, attribute: string): string | undefined {
  const content = body.peek(attribute)?.content;
  return typeof content === 'string' ? content : undefined;
}

it('lets Lambda into repositories of images that functions are made of, and into no others', () => {
  const bootstrap = terraform
    .write(
      architectureOf(`name: shop
owner: shop
owners: { shop: { email: a@shop.example } }
region: eu-west-1
compute: ecs
functions: { thumb: { image: 222233334444.dkr.ecr.eu-west-1.amazonaws.com/thumb, on: { schedule: "0 4 * * *" } } }
jobs: { report: { image: 222233334444.dkr.ecr.eu-west-1.amazonaws.com/report, schedule: "0 5 * * *" } }
environments: { production: { account: "222233334444" } }
delivery: { repository: acme/platform }
`),
    )
    .get('terraform/bootstrap/production/main.tf')!;
  expect(bootstrap).toMatch(
    /function_repository_arns += \[\s*"arn:aws:ecr:eu-west-1:222233334444:repository\/thumb",?\s*\]/,
  );
});
