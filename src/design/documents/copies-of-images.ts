import { listed } from '../../report/wording.ts';
import { type CopiedRegistry, copiedRegistries, templatePrefixes } from '../image-copies.ts';
import { type About, documentPaths } from './about.ts';
import { linksFrom, shell } from './markdown.ts';

const link = linksFrom(documentPaths.prerequisites);

/** What people do so that images are there when the region of their registry is not. */
export function copiesOfImages(about: About): string | undefined {
  const all = copiedRegistries(about.architecture);
  return all.length === 0 ? undefined : all.map((one) => told(about, one)).join('\n');
}

function told(about: About, registry: CopiedRegistry): string {
  const { account, region, copies, keeper } = registry;
  const host = `${account}.dkr.ecr.${region}.amazonaws.com`;
  const there = listed(copies.map((one) => one.region));
  const pushed = `Only what is pushed from then on is copied, its signature too: push again what runs, and look.\n\n${shell(
    ...copies.map(
      (copy) =>
        `aws ecr describe-images --registry-id ${account} --region ${copy.region} --repository-name ${registry.repositories[0]} --query 'imageDetails[].imageDigest'`,
    ),
  )}`;
  if (keeper === undefined)
    return `\`${host}\` is lost with its region, and no environment here keeps account ${account} in ${region}: its owner has it copied to ${there}, where the recovery site takes images from. Rules that the registry has are replaced, so those of the first command go into the second.\n\n${shell(...byHand(registry))}\n${pushed}`;
  const { states } = about.architecture.environments.find(({ name }) => name === keeper)!;
  const root = states.find(({ name }) => name === 'platform' || name === 'all')!.path;
  return `\`${host}\` is lost with its region: ${link(`${root}/registry.tf`)} has it copied to ${there}, where the recovery site takes images from. Where it is copied somewhere already, that is taken in before the first apply, and what it says is written there.\n\n${shell(
    `terraform -chdir=${root} import aws_ecr_replication_configuration.this ${account}`,
  )}\n${pushed}`;
}

function byHand(registry: CopiedRegistry): string[] {
  const { account, region, repositories, copies } = registry;
  const rule = {
    destinations: copies.map((copy) => ({ region: copy.region, registryId: account })),
    repositoryFilters: repositories.map((filter) => ({ filter, filterType: 'PREFIX_MATCH' })),
  };
  return [
    `aws ecr describe-registry --region ${region} --query replicationConfiguration`,
    `aws ecr put-replication-configuration --region ${region} --replication-configuration '${JSON.stringify({ rules: [rule] })}'`,
    ...copies.flatMap((copy) =>
      copy.readers.length === 0
        ? []
        : templatePrefixes(registry).map(
            (prefix) =>
              `aws ecr create-repository-creation-template --region ${copy.region} --prefix ${prefix} --applied-for REPLICATION --repository-policy '${policyFor(copy.readers)}'`,
          ),
    ),
  ];
}

function policyFor(readers: readonly string[]): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: readers.map((account) => `arn:aws:iam::${account}:root`) },
        Action: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      },
    ],
  });
}
