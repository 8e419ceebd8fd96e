import type { Selector } from '../../graph/selector.ts';
import { localProvider } from '../../graph/terraform/local-provider.ts';
import { needWhole, type Root, roots } from '../../graph/terraform/settings.ts';
import { requiredProviders } from '../../read/terraform/required-providers.ts';
import type { TerraformResource } from '../../read/terraform/resource.ts';
import { check } from '../check.ts';

/** Providers that are part of Terraform, or are so small and still that their version says nothing. */
const builtIn = new Set(['terraform']);

interface Used extends Root {
  readonly provider: string;
}

const usedProviders: Selector<Used> = {
  of: 'providers of root modules',
  find: (graph) =>
    graph
      .select(roots)
      .flatMap((root) =>
        [...new Set(root.members.filter(isUse).map(localProvider))]
          .filter((name) => !builtIn.has(name))
          .map((provider) => ({ ...root, provider })),
      ),
};

export default check({
  id: 'terraform/provider-unconstrained',
  title: 'Provider without a version constraint',
  dimension: 'iac-quality',
  severity: 'medium',
  why: 'Without a constraint `terraform init` takes the newest release of the provider, and its next major version changes defaults, renames arguments and plans replacements that nobody wrote. A constraint in required_providers keeps it to what was tested.',
  sameAs: ['kics:terraform/general/provider_version_not_specified'],
  controls: ['soc2:CC8.1'],
  sources: ['https://developer.hashicorp.com/terraform/language/providers/requirements#version-constraints'],
  visits: usedProviders,
  judge({ resource, provider }) {
    if (requiredProviders(resource.instance.source).get(provider)?.versions.length) return;
    needWhole(resource);
    return {
      message: `Nothing in ${resource.unit.path === '.' ? 'this root module' : resource.unit.path} says which version of provider ${provider} it was written for, so init takes the newest: constrain it in required_providers.`,
      key: provider,
    };
  },
  examples: {
    bad: `resource "aws_sqs_queue" "orders" {
  name = "orders"
}
`,
    good: `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.80"
    }
  }
}

resource "aws_sqs_queue" "orders" {
  name = "orders"
}
`,
  },
});

/** Only what the root itself uses: the modules that it calls state their own needs. */
function isUse({ block, instance }: TerraformResource): boolean {
  return instance.address === '' && (block.type === 'resource' || block.type === 'data');
}
