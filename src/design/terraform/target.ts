import { FileSet, type Target } from '../target.ts';
import { bootstrapFiles } from './bootstrap.ts';
import { environmentRoots } from './environment-roots.ts';
import { usedModules } from './used-modules.ts';

/** Terraform: bootstrap, modules, and a root for each state of each environment. */
export const terraform: Target = {
  name: 'terraform',
  write: (architecture) => {
    const roots = new FileSet().addAll(bootstrapFiles(architecture));
    for (const environment of architecture.environments)
      roots.addAll(environmentRoots(architecture, environment));
    return new FileSet().addAll(roots.files).addAll(usedModules(roots.files)).files;
  },
};
