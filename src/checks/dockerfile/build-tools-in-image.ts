import { lineageOf, runs, type Stage } from '../../graph/dockerfile.ts';
import { inFinalImage } from '../../graph/dockerfile-layers.ts';
import { imageName, parseImageReference } from '../../syntax/image-reference.ts';
import { type PackageManager, packageCallOf } from '../../syntax/shell/packages.ts';
import { check } from '../check.ts';

const systemManagers = new Set<PackageManager>(['apt', 'apk', 'yum', 'dnf', 'zypper']);
const buildTools =
  /^(?:build-essential|build-base|gcc|g\+\+|gcc-c\+\+|clang|cmake|make|automake|autoconf|[\w.+-]+-dev|[\w.+-]+-devel)(?:[=:~<>].*)?$/;

const toolchain = /^(?:golang|gcc|rust|maven|gradle|buildpack-deps|sdk|emsdk)$/;

export default check({
  id: 'dockerfile/build-tools-in-image',
  title: 'Compilers and headers left in the final image',
  dimension: 'cost',
  severity: 'low',
  why: 'Compilers and headers add hundreds of megabytes that every node pulls, and hand an intruder the tools to build on the spot. Compile in a stage of its own and copy the result, or remove them in the same RUN.',
  controls: ['cis-docker:4.3'],
  sources: ['https://docs.docker.com/build/building/multi-stage/'],
  visits: runs,
  judge(run) {
    if (!inFinalImage(run) || isToolchain(run.stage)) return;
    const calls = run.commands.map((command) => ({ command, call: packageCallOf(command) }));
    const install = calls.find(
      ({ call }) =>
        call?.action === 'install' &&
        systemManagers.has(call.manager) &&
        call.packages.some(({ text }) => buildTools.test(text)),
    );
    if (!install || calls.some(({ call }) => call?.action === 'remove')) return;
    const tools = install.call!.packages.filter(({ text }) => buildTools.test(text)).map(({ text }) => text);
    return {
      message: `${tools.slice(0, 3).join(', ')}${tools.length > 3 ? ` and ${tools.length - 3} more` : ''} stay in the final image: compile in an earlier stage and COPY --from it, or remove them in this RUN.`,
      at: run.at(install.command),
    };
  },
  examples: {
    bad: `FROM python:3.13-slim
RUN apt-get update && apt-get install -y --no-install-recommends gcc libpq-dev && pip install --no-cache-dir psycopg2==2.9.10 \\
    && rm -rf /var/lib/apt/lists/*
USER 10001
`,
    good: `FROM python:3.13 AS build
RUN apt-get update && apt-get install -y gcc libpq-dev && pip wheel --wheel-dir /wheels psycopg2==2.9.10
FROM python:3.13-slim
COPY --from=build /wheels /wheels
RUN apt-get update && apt-get install -y --no-install-recommends libpq5 && rm -rf /var/lib/apt/lists/*
USER 10001
`,
  },
});

/** An image for building has its compilers from its base already. */
function isToolchain(stage: Stage): boolean {
  const { content } = lineageOf(stage).at(-1)!.image;
  return typeof content === 'string' && toolchain.test(imageName(parseImageReference(content)));
}
