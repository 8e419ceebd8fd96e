/** What a file is by its path. */
export interface Place {
  readonly type: 'workflow' | 'action';
  readonly address: string;
  readonly name: string;
  /** the folder that holds `.github`, `.` for the top; for an action the top of the repository */
  readonly root: string;
}

/**
 * What a path says about a file: a workflow (`.github/workflows/ci.yml`), or the definition of an action
 * (`action.yml` in any folder). GitHub runs the workflows at the top of a repository; those of a folder
 * further down (a repository within this one) are read all the same.
 */
export function placeOf(path: string): Place | undefined {
  if (!path.endsWith('.yml') && !path.endsWith('.yaml')) return undefined;
  const workflow = /^(?:(.+)\/)?\.github\/workflows\/([^/]+)$/.exec(path);
  if (workflow) {
    const [, root, file] = workflow;
    return {
      type: 'workflow',
      address: root ? `workflow/${root}/${file}` : `workflow/${file}`,
      name: file!.replace(/\.ya?ml$/, ''),
      root: root ?? '.',
    };
  }
  const action = /^(?:(.+)\/)?action\.ya?ml$/.exec(path);
  if (!action) return undefined;
  const folder = action[1] ?? '.';
  return {
    type: 'action',
    address: `action/${folder}`,
    name: folder.slice(folder.lastIndexOf('/') + 1),
    root: '.',
  };
}
