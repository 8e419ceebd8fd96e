import { hcl } from '../hcl/print.ts';
import { FileSet, type Files } from '../target.ts';
import { modules } from './generated/modules.ts';
import { settingsBlock } from './root.ts';

/** The modules that some roots call, and those that these call. */
export function usedModules(roots: Files): Files {
  const names = new Set<string>();
  const visit = (text: string): void => {
    for (const [, name] of text.matchAll(/^\s*source\s*= "(?:\.\.\/)+(?:modules\/)?([a-z0-9-]+)"$/gm)) {
      if (names.has(name!)) continue;
      names.add(name!);
      for (const [path, inner] of Object.entries(modules[name!] ?? missing(name!)))
        if (path.endsWith('.tf')) visit(inner);
    }
  };
  for (const [path, text] of roots) if (path.endsWith('.tf')) visit(text);
  const files = new FileSet();
  for (const name of [...names].sort()) {
    for (const [path, text] of Object.entries(modules[name]!))
      files.add(`terraform/modules/${name}/${path}`, text);
    files.add(`terraform/modules/${name}/versions.tf`, hcl(settingsBlock(undefined)));
  }
  return files.files;
}

function missing(name: string): never {
  throw new Error(`there is no Terraform module ${name}`);
}
