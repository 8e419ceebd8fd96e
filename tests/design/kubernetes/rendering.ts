import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadAll } from 'js-yaml';
import type { Architecture } from '../../../src/design/architecture.ts';
import { kubernetes } from '../../../src/design/kubernetes/target.ts';

export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  // biome-ignore lint/suspicious/noExplicitAny: tests look into manifests of every kind
  readonly spec?: any;
  readonly data?: Readonly<Record<string, string>>;
}

/** Puts the manifests of an architecture on the disk. @returns the folder */
export function written(architecture: Architecture): string {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-kubernetes-'));
  for (const [path, text] of kubernetes.write(architecture)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** What a tool makes of an overlay or a chart. */
export function rendered(tool: 'kubectl' | 'helm', ...args: readonly string[]): Manifest[] {
  const text = execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  return loadAll(text).filter((one) => one !== null) as Manifest[];
}

/** All manifests of a file that is written, as they stand there. */
export function manifestsIn(architecture: Architecture, path: string): Manifest[] {
  const text = kubernetes.write(architecture).get(path);
  if (text === undefined) throw new Error(`${path} is not written`);
  return loadAll(text) as Manifest[];
}
