import { block, comment, gap, type Part, resource } from '../../hcl/items.ts';
import { printValue } from '../../hcl/print-value.ts';
import { type HclMap, raw } from '../../hcl/value.ts';
import { type CopiedRegistry, registriesKeptBy, templatePrefixes } from '../../image-copies.ts';
import { identifier } from '../../names.ts';
import type { Place, ProviderAlias } from '../part.ts';

/** Copies of images in the regions that environments come up in when the region of their registry is lost. */
export function registryParts({ architecture, environment }: Place): {
  readonly parts: readonly Part[];
  readonly aliases: readonly ProviderAlias[];
} {
  // an environment has one account and one region, so it keeps one registry at most
  const [registry] = registriesKeptBy(architecture, environment);
  if (!registry) return { parts: [], aliases: [] };
  const shared = registry.copies.filter(({ readers }) => readers.length > 0);
  return {
    parts: [
      comment(
        `A registry has one such configuration, and it copies what is pushed from then on: import one that account ${registry.account} has already, and push again what runs.`,
      ),
      replication(registry),
      shared.length > 0 &&
        comment(
          'A copy has no policy of its source: these say who else may pull from repositories that it makes.',
        ),
      shared.flatMap(({ region, readers }) =>
        templatePrefixes(registry).map((prefix) =>
          template(prefix, region, readers, architecture.platform.functions),
        ),
      ),
    ],
    aliases: shared.map(({ region }) => ({
      alias: aliasOf(region),
      region,
      why: 'Copies of images are kept there.',
    })),
  };
}

function aliasOf(region: string): string {
  return `images_${identifier(region)}`;
}

function replication({ copies, repositories }: CopiedRegistry): Part {
  return resource(
    'aws_ecr_replication_configuration',
    'this',
    block(
      'replication_configuration',
      [],
      block(
        'rule',
        [],
        copies.map(({ region }) =>
          block('destination', [], { region, registry_id: raw('local.account_id') }),
        ),
        repositories.map((filter) => block('repository_filter', [], { filter, filter_type: 'PREFIX_MATCH' })),
      ),
    ),
  );
}

/** Source: docs.aws.amazon.com, Amazon ECR repository creation templates; AWS Lambda, images of another account. */
function template(prefix: string, region: string, readers: readonly string[], functions: boolean): Part {
  const pull = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
  const policy: HclMap = {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Pull',
        Effect: 'Allow',
        Principal: { AWS: readers.map((account) => `arn:aws:iam::${account}:root`) },
        Action: [...pull, 'ecr:BatchCheckLayerAvailability'],
      },
      ...(functions
        ? [
            {
              Sid: 'Functions',
              Effect: 'Allow',
              Principal: { Service: 'lambda.amazonaws.com' },
              Action: pull,
              Condition: {
                StringLike: {
                  'aws:sourceArn': readers.map((account) => `arn:aws:lambda:${region}:${account}:function:*`),
                },
              },
            },
          ]
        : []),
    ],
  };
  return resource(
    'aws_ecr_repository_creation_template',
    identifier(`${prefix.toLowerCase()}-${region}`),
    { provider: raw(`aws.${aliasOf(region)}`) },
    gap,
    {
      prefix,
      description: 'Copies of images for the day on which their region is lost',
      applied_for: ['REPLICATION'],
      repository_policy: raw(`jsonencode(${printValue(policy, '')})`),
    },
  );
}
