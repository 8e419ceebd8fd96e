export type Syntax = 'hcl' | 'json' | 'yaml' | 'dockerfile';

const byEnding: Readonly<Record<string, Syntax>> = {
  tf: 'hcl',
  tofu: 'hcl',
  tfvars: 'hcl',
  hcl: 'hcl',
  json: 'json',
  yaml: 'yaml',
  yml: 'yaml',
  dockerfile: 'dockerfile',
  containerfile: 'dockerfile',
};

/** The syntax that a file is written in, by its name: `Dockerfile.dev` and `api.dockerfile` are Dockerfiles. */
export function syntaxOf(path: string): Syntax | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const known = byEnding[name.slice(name.lastIndexOf('.') + 1)];
  return known ?? (/^(?:docker|container)file\b/.test(name) ? 'dockerfile' : undefined);
}
