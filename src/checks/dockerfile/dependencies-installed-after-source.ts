import { type Instruction, runs, type Stage } from '../../graph/dockerfile.ts';
import { callOf } from '../../syntax/shell/commands.ts';
import { packageCallOf } from '../../syntax/shell/packages.ts';
import type { Command } from '../../syntax/shell/tree.ts';
import { check } from '../check.ts';

/** Commands that fetch what a lock file or manifest names, so that they need only that file. */
const fetching: readonly RegExp[] = [
  /^go mod (?:download|vendor)\b/,
  /^bundle install\b/,
  /^composer install\b/,
  /^poetry install\b/,
  /^uv sync\b/,
  /^pipenv (?:install|sync)\b/,
  /^cargo fetch\b/,
  /^dotnet restore\b/,
  /^mvnw? .*dependency:(?:go-offline|resolve)\b/,
  /^mix deps\.get\b/,
];

export default check({
  id: 'dockerfile/dependencies-installed-after-source',
  title: 'Dependencies installed after all sources are copied',
  dimension: 'cost',
  severity: 'low',
  why: 'Docker keeps a layer only while what it was made from is unchanged. Once all sources are copied, every change of any file throws away the installed dependencies, and each build fetches them again: minutes of build time and traffic. Copy the lock file first, install, then copy the rest.',
  sources: ['https://docs.docker.com/build/cache/optimize/#order-your-layers'],
  visits: runs,
  judge(run) {
    const command = run.commands.find(installsFromManifest);
    if (!command || run.node.has('flags', 'mount')) return;
    const copy = firstCopyOfAll(run.stage);
    if (!copy || copy.node.start > run.node.start) return;
    return {
      message: `Every change of any source file fetches all dependencies again: copy only the manifest and lock file, run ${called(command)}, then copy the rest.`,
      at: run.at(command),
    };
  },
  examples: {
    bad: `FROM node:22.17-alpine
WORKDIR /app
COPY . .
RUN npm ci
USER 1000
CMD ["node", "server.js"]
`,
    good: `FROM node:22.17-alpine
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
USER 1000
CMD ["node", "server.js"]
`,
  },
});

const copies = new WeakMap<Stage, Instruction | null>();

function firstCopyOfAll(stage: Stage): Instruction | null {
  let copy = copies.get(stage);
  if (copy === undefined) {
    copy = stage.instructions.find(copiesAll) ?? null;
    copies.set(stage, copy);
  }
  return copy;
}

function copiesAll({ keyword, node }: Instruction): boolean {
  if ((keyword !== 'COPY' && keyword !== 'ADD') || node.has('flags', 'from')) return false;
  const first = node.peek('arguments', 0)?.content;
  return first === '.' || first === './' || first === '*' || first === './*';
}

function installsFromManifest(command: Command): boolean {
  const call = packageCallOf(command);
  if (call?.action === 'install') {
    if (call.manager === 'npm' || call.manager === 'yarn' || call.manager === 'pnpm')
      return (
        call.packages.length === 0 && !call.args.some(({ text }) => text === '-g' || text === '--global')
      );
    if (call.manager === 'pip') return call.args.some(({ text }) => /^(?:-r|--requirement)/.test(text));
  }
  return fetching.some((pattern) => pattern.test(called(command)));
}

function called(command: Command): string {
  const call = callOf(command);
  return call ? [call.name, ...call.args.slice(0, 4).map(({ text }) => text)].join(' ') : '';
}
