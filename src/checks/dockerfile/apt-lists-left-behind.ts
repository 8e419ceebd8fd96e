import { type Run, runOf, runs, stagesOf } from '../../graph/dockerfile.ts';
import { inFinalImage, keepsCache, removesPath } from '../../graph/dockerfile-layers.ts';
import type { Fix } from '../../model/edit.ts';
import type { Resource } from '../../model/resource.ts';
import { packageCallOf } from '../../syntax/shell/packages.ts';
import { check } from '../check.ts';

const lists = '/var/lib/apt/lists';

export default check({
  id: 'dockerfile/apt-lists-left-behind',
  title: 'Package lists of apt left in the image',
  dimension: 'cost',
  severity: 'low',
  why: 'apt-get update leaves 20 to 50 MB of package lists in the layer. They are stored and pulled with every copy of the image and are of no use in it. Deleting them helps only in the same RUN, since a layer never shrinks an earlier one.',
  sameAs: ['hadolint:DL3009', 'kics:dockerfile/apt_get_install_lists_were_not_deleted'],
  sources: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
  visits: runs,
  judge(run) {
    if (!inFinalImage(run)) return;
    const calls = run.commands.map((command) => ({ command, call: packageCallOf(command) }));
    const update = calls.find(
      ({ call }) => call?.manager === 'apt' && (call.action === 'update' || call.action === 'install'),
    );
    if (!update || keepsCache(run, '/var/lib/apt') || removesPath(run, '/var/lib/apt', update.command.end))
      return;
    const fix = run.usesShell ? deletionOf(run) : undefined;
    return {
      message: `The package lists that apt fetches here stay in the image: end the same RUN with rm -rf ${lists}/*.`,
      at: run.at(update.command),
      ...(fix && { fix }),
    };
  },
  examples: {
    bad: `FROM debian:12.11-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates
`,
    good: `FROM debian:12.11-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates \\
    && rm -rf /var/lib/apt/lists/*
`,
  },
});

/** Appends the deletion. A later RUN that installs from these lists would fail without them. */
function deletionOf(run: Run): Fix | undefined {
  const script = run.node.peek('script');
  if (!script || run.node.has('heredocs') || /[;&|\\#]\s*$/.test(script.text() ?? ';')) return undefined;
  const isNeeded = lastNeedOfLists(run.resource) > run.node.start;
  const { file, end } = script;
  return {
    safety: isNeeded ? 'unsafe' : 'safe',
    summary: `delete ${lists}/* at the end of the RUN${isNeeded ? ' (a later RUN installs from the lists and then needs its own apt-get update)' : ''}`,
    edits: [{ op: 'text', file, start: end, end, text: ` \\\n    && rm -rf ${lists}/*` }],
  };
}

const lastNeeds = new WeakMap<Resource, number>();

/** Where the last RUN of the file stands that installs without an update of its own; -1 where none does. */
function lastNeedOfLists(resource: Resource): number {
  let last = lastNeeds.get(resource);
  if (last === undefined) {
    const all = stagesOf(resource).flatMap((stage) => stage.only('RUN'));
    last = all.findLast((instruction) => needsLists(runOf(instruction)))?.node.start ?? -1;
    lastNeeds.set(resource, last);
  }
  return last;
}

function needsLists(run: Run | undefined): boolean {
  const actions = (run?.commands ?? [])
    .map((command) => packageCallOf(command))
    .filter((call) => call?.manager === 'apt');
  const install = actions.findIndex((call) => call!.action === 'install' || call!.action === 'upgrade');
  const update = actions.findIndex((call) => call!.action === 'update');
  return install >= 0 && (update < 0 || update > install);
}
