import { expect, it } from 'vitest';
import { judgementOf } from '../../../tests/support/judgement-of.ts';
import check from './module-output-undeclared.ts';

const files = (arguments_: string) => ({
  'main.tf': `module "queue" {
  source = "./queue"
}

resource "terraform_data" "after" {
${arguments_}
}
`,
  'queue/main.tf': 'output "url" {\n  value = "x"\n}\n',
});

// `terraform plan` takes no notice of outputs in depends_on, and stops at them anywhere else
it.each([
  ['a value', '  input = module.queue.uri', ['high terraform_data.after']],
  ['what is waited for', '  depends_on = [module.queue.uri]', ['low terraform_data.after']],
  ['both', '  depends_on = [module.queue.uri]\n  input = module.queue.uri', ['high terraform_data.after']],
  ['outputs that are there', '  depends_on = [module.queue]\n  input = module.queue.url', []],
])('knows %s', async (_, text, expected) => {
  expect(await judgementOf(check, files(text))).toEqual(expected);
});
