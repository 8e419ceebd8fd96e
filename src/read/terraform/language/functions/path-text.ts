/** Paths as Terraform's functions handle them, which are those of Go on Unix (path/filepath). */

/** Without `.`, `..` and double slashes where that can be told from the text. */
export function cleanPath(path: string): string {
  const absolute = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!absolute) parts.push('..');
  }
  const cleaned = parts.join('/');
  return absolute ? `/${cleaned}` : cleaned || '.';
}

export function joinPath(folder: string, path: string): string {
  return path.startsWith('/') ? cleanPath(path) : cleanPath(`${folder}/${path}`);
}

export function baseName(path: string): string {
  if (path === '') return '.';
  const trimmed = path.replace(/\/+$/, '');
  return trimmed === '' ? '/' : trimmed.slice(trimmed.lastIndexOf('/') + 1);
}

export function folderName(path: string): string {
  return cleanPath(path.slice(0, path.lastIndexOf('/') + 1));
}
