import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = resolve(import.meta.dirname, '../src');

/** The parts from the bottom up, each with the reason why it stands where it stands. */
const layers: readonly (readonly [part: string, reason: string])[] = [
  ['version.ts', 'a constant'],
  ['model', 'the words that all else speaks'],
  ['syntax', 'text to tree; knows no source and no tool'],
  ['config', 'what a user may set; knows only words and YAML'],
  ['read', 'trees to resources; knows nothing of checks'],
  ['graph', 'resources to relations'],
  ['impact', 'what follows from a change; asks the graph and judges nothing'],
  ['checks', 'judge the graph; know nothing of how a verdict is shown'],
  ['simulation', 'fails parts of the platform that the graph describes; its findings are checks'],
  ['verdict', 'runs checks'],
  ['own-checks', 'checks that users bring'],
  ['compliance', 'a verdict held against controls'],
  ['report', 'a verdict to text'],
  ['fix', 'edits to text'],
  ['blueprint', 'what a platform is to be; knows only words, YAML and how configuration is checked'],
  ['design', 'a blueprint to an architecture to texts; asks nothing of the outside world'],
  ['host', 'the outside world; offers the model its Repository'],
  ['operations', 'what a door can ask for'],
  ['index.ts', 'the library is a door'],
  ['cli', 'the command line is a door'],
];

const outside =
  /^node:(fs|fs\/promises|net|http|https|http2|tls|dgram|dns|child_process|worker_threads|cluster)$/;

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
);
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const text = readFileSync(join(source, file), 'utf8');
  const found = text.matchAll(
    /^\s*(?:import|export)\s+(type\s)?[^'";]*?from\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm,
  );
  return [...found].map((match) => ({
    file,
    target: match[2] ?? match[3] ?? match[4]!,
    typeOnly: match[1] !== undefined,
  }));
}

function layerOf(path: string): number {
  return layers.findIndex(([part]) => path === part || path.startsWith(`${part}/`));
}

function resolved({ file, target }: Import): string {
  return relative(source, resolve(source, dirname(file), target));
}

describe('architecture', () => {
  it('puts every file into a known part', () => {
    expect(files.filter((file) => layerOf(file) < 0)).toEqual([]);
  });

  it('imports downward only', () => {
    const upward = imports
      .filter(({ target }) => target.startsWith('.'))
      .filter((one) => !resolved(one).startsWith('..'))
      .filter((one) => layerOf(resolved(one)) > layerOf(one.file))
      .map((one) => `${one.file} imports ${resolved(one)}`);
    expect(upward).toEqual([]);
  });

  it('has no cycle among values', () => {
    const edges = new Map<string, string[]>();
    for (const one of imports)
      if (one.target.startsWith('.') && !one.typeOnly)
        edges.set(one.file, [...(edges.get(one.file) ?? []), resolved(one)]);
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      if (done.has(file) || path.includes(file)) return;
      for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('touches the outside world only in host/', () => {
    const touching = imports.filter(({ file, target }) => outside.test(target) && !file.startsWith('host/'));
    expect(touching.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('keeps files small, or says why not', () => {
    const long = files.filter((file) => {
      if (file.includes('generated/')) return false;
      const text = readFileSync(join(source, file), 'utf8');
      return text.split('\n').length > 301 && !/^(\/\*\*|\/\/)[\s\S]{0,600}\b(one file|long)\b/.test(text);
    });
    expect(long).toEqual([]);
  });
});
