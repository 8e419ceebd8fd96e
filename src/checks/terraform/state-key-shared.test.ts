import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import type { Fault } from '../check.ts';
import check from './state-key-shared.ts';

const root = (more: string) => `terraform {
  backend "s3" {
    bucket = "acme-state"
    key    = "terraform.tfstate"
    ${more}
  }
}
`;

async function faults(files: Record<string, string>): Promise<readonly Fault[]> {
  const { graph } = await readFiles(files);
  return graph.select(check.visits).flatMap((backend) => check.judge(backend, graph) ?? []);
}

describe('terraform/state-key-shared', () => {
  it('finds roots that write one state', async () => {
    expect(await faults({ 'a/main.tf': root(''), 'b/main.tf': root('') })).toHaveLength(2);
    const prefix = 'workspace_key_prefix = "shop"';
    expect(await faults({ 'a/main.tf': root(prefix), 'b/main.tf': root(prefix) })).toHaveLength(2);
  });

  it('lets workspaces of different prefixes share a key', async () => {
    const files = {
      'a/main.tf': root('workspace_key_prefix = "a"'),
      'b/main.tf': root('workspace_key_prefix = "b"'),
    };
    expect(await faults(files)).toEqual([]);
  });

  it('says nothing of places that a script fills in', async () => {
    const template = root('').replace('acme-state', '$application-state');
    expect(await faults({ 'a/main.tf': template, 'b/main.tf': template })).toEqual([]);
  });
});
