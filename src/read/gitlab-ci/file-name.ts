/** Whether a path is where GitLab looks for a pipeline; those of folders further down are read as repositories within this one. */
export function isPipeline(path: string): boolean {
  return /(?:^|\/)\.gitlab-ci\.ya?ml$/.test(path);
}

/** The folder that a pipeline belongs to: `.` for the top. */
export function rootOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
}
