import type { SourceFile } from '../../model/source-file.ts';
import { isTestInput } from '../test-inputs.ts';

/** Folders of what is tried out or shown, and not run together with what the repository deploys. */
const stage = /^(?:tests?|e2e|examples?|samples?|demos?|docs?)$/;

/** Folders of folders, each of which is followed by itself. */
const series = /^(?:lessons?|labs?|tutorials?|chapters?|exercises?|workshops?)$/;

const scenes = new WeakMap<SourceFile, string>();

/**
 * What a file of plain manifests is played with: nothing in particular (an empty text), an example or test folder, one lesson of
 * several, or, as an input of tests, only itself. Objects of different scenes are never applied together, whatever their names say.
 */
export function sceneOf(file: SourceFile): string {
  let scene = scenes.get(file);
  if (scene === undefined) {
    scene = sceneOfPath(file.path);
    scenes.set(file, scene);
  }
  return scene;
}

function sceneOfPath(path: string): string {
  if (isTestInput(path)) return path;
  const folders = path.split('/').slice(0, -1);
  const at = folders.findIndex((folder) => stage.test(folder) || series.test(folder));
  if (at < 0) return '';
  return folders.slice(0, at + (series.test(folders[at]!) ? 2 : 1)).join('/');
}
