import type { BlockTypes } from '../../syntax/hcl/json-body.ts';

/** Nested blocks that Terraform itself knows. Those of providers stay lists of objects, which read the same. */
const inResource: BlockTypes = {
  lifecycle: { labels: 0, blocks: { precondition: { labels: 0 }, postcondition: { labels: 0 } } },
  provisioner: { labels: 1, blocks: { connection: { labels: 0 } } },
  connection: { labels: 0 },
  dynamic: { labels: 1, blocks: { content: { labels: 0 } } },
};

/** Blocks of `.tf.json`, which JSON does not tell from arguments. Source: Terraform documentation, JSON Configuration Syntax. */
export const configurationBlocks: BlockTypes = {
  terraform: {
    labels: 0,
    blocks: {
      backend: { labels: 1 },
      cloud: { labels: 0, blocks: { workspaces: { labels: 0 } } },
      required_providers: { labels: 0 },
      provider_meta: { labels: 1 },
    },
  },
  provider: { labels: 1 },
  variable: { labels: 1, blocks: { validation: { labels: 0 } } },
  locals: { labels: 0 },
  output: { labels: 1, blocks: { precondition: { labels: 0 } } },
  module: { labels: 1 },
  resource: { labels: 2, blocks: inResource },
  data: { labels: 2, blocks: inResource },
  ephemeral: { labels: 2, blocks: inResource },
  moved: { labels: 0 },
  removed: { labels: 0, blocks: { lifecycle: { labels: 0 } } },
  import: { labels: 0 },
  check: { labels: 1, blocks: { assert: { labels: 0 }, data: { labels: 2 } } },
};
