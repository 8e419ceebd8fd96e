import { type Dimension, type Severity, severities } from '../model/dimension.ts';
import type { ReportedFinding } from './report.ts';
import { bare, saysTheSame, wordsOf } from './sentence.ts';
import { digits } from './wording.ts';

/** One place of a cause. */
export interface Place<F extends ReportedFinding = ReportedFinding> {
  readonly finding: F;
  /** what the message names here and not at the other places: a container, an image */
  readonly names: readonly string[];
  /** of the finding's context and environments, what does not hold of the whole group */
  readonly context: readonly string[];
  readonly environments: readonly string[];
}

/** Places of which one message is true, but for the names in it. */
export interface Variant<F extends ReportedFinding = ReportedFinding> {
  /** as it was said of the first place */
  readonly message: string;
  /** together by file, the file with the worst place first */
  readonly places: readonly Place<F>[];
}

/** What one check found at one severity: one cause, and all its places. */
export interface Group<F extends ReportedFinding = ReportedFinding> {
  readonly check: string;
  readonly title: string;
  readonly dimension: Dimension;
  readonly severity: Severity;
  readonly sameAs: readonly string[];
  readonly controls: readonly string[];
  /** why the severity is another than the check's own, where it is so for every place */
  readonly severityReason?: string;
  /** what holds of every place */
  readonly context: readonly string[];
  /** what holds of every place; empty where places differ */
  readonly environments: readonly string[];
  readonly count: number;
  readonly files: number;
  readonly fix: {
    readonly safe: number;
    readonly unsafe: number;
    /** where all fixes do the same */
    readonly summary?: string;
  };
  readonly variants: readonly Variant<F>[];
}

/**
 * Puts findings of one cause together, the worst first. Findings are taken in the order given, which is the order of
 * their weight within a severity.
 */
export function groupFindings<F extends ReportedFinding>(findings: readonly F[]): Group<F>[] {
  const byCause = collect(findings, (finding) => `${finding.severity} ${finding.dimension} ${finding.check}`);
  return byCause.map(groupOf).sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

function groupOf<F extends ReportedFinding>(findings: readonly F[]): Group<F> {
  const { check, title, dimension, severity, sameAs, controls } = findings[0]!;
  const shared = sharedOf(findings);
  const { severityReason } = findings[0]!;
  const moved = severityReason && findings.every((finding) => finding.severityReason === severityReason);
  return {
    check,
    title,
    dimension,
    severity,
    sameAs,
    controls,
    ...(moved ? { severityReason } : {}),
    ...shared,
    count: findings.length,
    files: new Set(findings.map((finding) => finding.file)).size,
    fix: fixOf(findings),
    variants: alike(findings).map((some) => variantOf(some, shared)),
  };
}

interface Worded<F> {
  readonly finding: F;
  readonly words: readonly string[];
}

/** Sentences that one is compared with before it counts as new: what differs every time is not compared for ever. */
const mostCompared = 50;

/** Findings whose messages say the same, together. */
function alike<F extends ReportedFinding>(findings: readonly F[]): Worded<F>[][] {
  const clusters: Worded<F>[][] = [];
  for (const finding of findings) {
    const worded = { finding, words: wordsOf(finding.message, finding.resource) };
    const known = clusters
      .slice(0, mostCompared)
      .find((cluster) => saysTheSame(cluster[0]!.words, worded.words));
    if (known) known.push(worded);
    else clusters.push([worded]);
  }
  return clusters;
}

type Shared = Pick<Group, 'context' | 'environments'>;

function sharedOf(findings: readonly ReportedFinding[]): Shared {
  const { context, environments } = findings[0]!;
  const everywhere = findings.every((finding) => String(finding.environments) === String(environments));
  return {
    context: context.filter((word) => findings.every((finding) => finding.context.includes(word))),
    environments: everywhere ? environments : [],
  };
}

function variantOf<F extends ReportedFinding>(cluster: readonly Worded<F>[], shared: Shared): Variant<F> {
  const first = cluster[0]!;
  const differs = first.words.map((word, at) => cluster.some(({ words }) => words[at] !== word));
  const placeOf = ({ finding, words }: Worded<F>): Place<F> => ({
    finding,
    names: namesIn(words.filter((_, at) => differs[at]).map(bare), finding.resource),
    context: finding.context.filter((word) => !shared.context.includes(word)),
    environments: shared.environments.length > 0 ? [] : finding.environments,
  });
  return {
    message: first.finding.message,
    places: collect(cluster, ({ finding }) => finding.file).flatMap((inFile) =>
      inFile
        .sort(
          (a, b) =>
            a.finding.startLine - b.finding.startLine || a.finding.startColumn - b.finding.startColumn,
        )
        .map(placeOf),
    ),
  };
}

/** The names that tell a place from the others, each once: not the resource's own, and none that only repeats another. */
function namesIn(words: readonly string[], resource: string): string[] {
  const names = [...new Set(words)].filter((name) => name !== '' && !resource.includes(name));
  return names.filter((name) => !names.some((other) => other !== name && name.includes(other)));
}

function fixOf(findings: readonly ReportedFinding[]): Group['fix'] {
  const fixable = findings.filter((finding) => finding.fix !== 'none');
  const safe = fixable.filter((finding) => finding.fix === 'safe').length;
  const summary = fixable[0]?.fixSummary;
  const same = summary !== undefined && fixable.every((finding) => finding.fixSummary === summary);
  return { safe, unsafe: fixable.length - safe, ...(same ? { summary } : {}) };
}

/** Which fixes there are for a group and what they do, in words; `undefined` where there is none. */
export function describeFix({
  fix,
  count,
}: Group): { readonly kind: string; readonly what: string } | undefined {
  const { safe, unsafe, summary } = fix;
  const fixable = safe + unsafe;
  if (fixable === 0) return undefined;
  const kind =
    unsafe === 0 ? 'safe' : safe === 0 ? 'unsafe' : `${digits(safe)} safe, ${digits(unsafe)} unsafe`;
  return {
    kind: fixable < count ? `${kind}, for ${digits(fixable)} of ${digits(count)}` : kind,
    what: summary ?? 'differs from place to place, see `plinth fix --dry-run`',
  };
}

/** Lists of what has the same key, in the order in which the keys first appear. */
function collect<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const lists = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const list = lists.get(key);
    if (list) list.push(item);
    else lists.set(key, [item]);
  }
  return [...lists.values()];
}
