import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { Script } from 'node:vm';
import { transform } from 'sucrase';
import { withinTime } from './time-limit.ts';

/** What a file of the user's own code exports, or why it could not be run. */
export interface UserModule {
  /** relative to the folder, separated by `/` */
  readonly path: string;
  readonly text: string;
  readonly exported?: unknown;
  readonly failure?: { readonly message: string; readonly line?: number };
}

/** Loading a file takes no longer than this, in milliseconds. */
const loadTime = 5_000;

/**
 * Runs every `.ts` and `.js` file of a folder and gives what it exports as its default. The code may import what it is
 * given and files beside it, and nothing else. This is no sandbox: it is called only where a user asked for it.
 * @param given modules by the name under which they may be imported
 */
export function loadUserCode(folder: string, given: Readonly<Record<string, unknown>>): UserModule[] {
  const loaded = new Map<string, { exports: Record<string, unknown> }>();

  const load = (path: string): Record<string, unknown> => {
    const known = loaded.get(path);
    if (known) return known.exports;
    const module = { exports: {} as Record<string, unknown> };
    loaded.set(path, module);
    const { code } = transform(readFileSync(join(folder, path), 'utf8'), {
      transforms: ['typescript', 'imports'],
      filePath: path,
      production: true,
    });
    const script = new Script(`(function (exports, require, module) {${code}\n})`, { filename: path });
    const run = script.runInThisContext() as (...args: readonly unknown[]) => void;
    run(module.exports, (name: string) => required(path, name), module);
    return module.exports;
  };
  const required = (from: string, name: string): unknown => {
    if (Object.hasOwn(given, name)) return given[name];
    const path = normalize(join(dirname(from), name)).replaceAll('\\', '/');
    const files = filesIn(folder);
    const found = [path, `${path}.ts`, `${path}.js`, path.replace(/\.js$/, '.ts')].find((one) =>
      files.includes(one),
    );
    if (!name.startsWith('.') || !found)
      throw new Error(
        `cannot import ${name}: only ${Object.keys(given).join(', ')} and files of the same folder can be imported`,
      );
    return load(found);
  };

  return filesIn(folder).map((path) => {
    const text = readFileSync(join(folder, path), 'utf8');
    try {
      return { path, text, exported: withinTime(loadTime, () => load(path))['default'] };
    } catch (error) {
      return { path, text, failure: failureOf(error, path) };
    }
  });
}

/** Files whose name starts with `_` hold what others import. */
export function isHelper(path: string): boolean {
  return path.slice(path.lastIndexOf('/') + 1).startsWith('_');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(ts|js)$/.test(path) && !/\.(d|test)\.ts$/.test(path))
    .sort();
}

function failureOf(error: unknown, path: string): NonNullable<UserModule['failure']> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { loc } = error as { loc?: { line?: number } };
  const place = error.stack?.split('\n').find((line) => line.includes(`${path}:`));
  const line = loc?.line ?? Number(/:(\d+)(?::\d+)?\)?$/.exec(place ?? '')?.[1] ?? Number.NaN);
  const message = error.message.split('\n', 1)[0]!;
  return Number.isFinite(line) ? { message, line } : { message };
}
