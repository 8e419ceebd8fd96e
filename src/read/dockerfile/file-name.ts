/** What ends in these is about a Dockerfile (a template, a program, a picture), or belongs beside one. */
const otherEndings = new Set(
  'asc bak c cc conf cpp cs css csv diff dockerignore erb go gotmpl gz html ignore in j2 java jinja jinja2 jpg js json jsx lock log m4 md mdx mustache orig patch php pl png py rb rej rs rst scala sh sig snap sum svg swp template test tgz tmpl toml tpl ts tsx txt vue xml yaml yml zip'.split(
    ' ',
  ),
);

/** Whether a path names a Dockerfile: `Dockerfile`, `Dockerfile.dev`, `api.Dockerfile`, `Containerfile`. */
export function isDockerfile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/^(?:Dockerfile|dockerfile|Containerfile)$/.test(name)) return true;
  if (/\.(?:dockerfile|containerfile)$/i.test(name)) return true;
  const variant = /^(?:Dockerfile|Containerfile)[._-].*?([^._-]+)$/.exec(name);
  return variant !== null && !otherEndings.has(variant[1]!.toLowerCase());
}
