import type { Origin } from '../../src/model/origin.ts';
import type { ReadOptions } from '../../src/read/reader.ts';
import type { TerraformResource } from '../../src/read/terraform/resource.ts';
import { terraformReader } from '../../src/read/terraform/terraform-reader.ts';
import { memoryRepository } from './memory-repository.ts';

const defaults: ReadOptions = { varFiles: [], vars: {}, kubernetesVersion: '1.33', render: false };

/** What is read of the files of a folder. */
export async function readTerraform(files: Record<string, string>, options: Partial<ReadOptions> = {}) {
  const repository = memoryRepository(files);
  const { resources, units } = await terraformReader.read(repository, { ...defaults, ...options });
  return {
    units,
    problems: repository.problems,
    addresses: resources.map(({ address }) => address),
    all: (address: string) =>
      resources.filter((resource) => resource.address === address) as TerraformResource[],
    at(address: string) {
      const found = resources.find((resource) => resource.address === address);
      if (!found) throw new Error(`no ${address} among ${resources.map((one) => one.address).join(', ')}`);
      return found.body;
    },
  };
}

/** File and line. */
export function place({ file, start }: Origin): string {
  return `${file.path}:${file.lineAt(start)}`;
}
