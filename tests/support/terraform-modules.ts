import { cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hcl } from '../../src/design/hcl/print.ts';
import { settingsBlock } from '../../src/design/terraform/root.ts';

export const modulesFolder = fileURLToPath(new URL('../../src/design/terraform/modules', import.meta.url));

export const moduleNames: readonly string[] = readdirSync(modulesFolder).sort();

/** All modules side by side in a folder of their own, with the versions that the target writes into each. */
export function layOutModules(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-modules-'));
  for (const name of moduleNames) {
    const module = join(folder, name);
    mkdirSync(module);
    cpSync(join(modulesFolder, name), module, { recursive: true });
    writeFileSync(join(module, 'versions.tf'), hcl(settingsBlock(undefined)));
  }
  return folder;
}
