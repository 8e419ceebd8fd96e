import type { Location, Result } from 'sarif';
import { encodePath, pathFor, type RenderOptions } from '../options.ts';
import type { ReportedFinding, SuppressedFinding } from '../report.ts';
import { visible } from '../visible.ts';
import { onlyIn } from '../wording.ts';
import { levels } from './rules.ts';

/** The base that all paths are relative to, by the name that GitHub and Visual Studio know. */
export const base = '%SRCROOT%';

/** GitHub refuses a result of more than 1,000 locations and shows a hundred. */
const mostLocations = 100;

export interface Frame extends Pick<RenderOptions, 'pathPrefix'> {
  /** place of each rule in the list of rules */
  readonly ruleIndex: ReadonlyMap<string, number>;
  /** whether a baseline is in use, so that every result says which side of it it is on */
  readonly baseline: boolean;
}

export function resultOf(finding: ReportedFinding | SuppressedFinding, frame: Frame): Result {
  const via = finding.via.filter(({ file }) => file !== undefined).slice(0, mostLocations);
  const only = onlyIn(finding.environments);
  return {
    ruleId: finding.check,
    ruleIndex: frame.ruleIndex.get(finding.check) ?? -1,
    level: levels[finding.severity],
    message: { text: visible(finding.message + (only ? ` (${only})` : '')) || visible(finding.title) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(finding.file, frame),
          region: {
            startLine: finding.startLine,
            startColumn: finding.startColumn,
            endLine: Math.max(finding.startLine, finding.endLine),
            endColumn: Math.max(1, finding.endColumn),
          },
        },
        logicalLocations: [...new Set([finding.resource, ...(finding.also ?? [])])]
          .slice(0, mostLocations)
          .map((address) => ({ fullyQualifiedName: address, kind: 'resource' })),
      },
    ],
    ...(via.length > 0
      ? {
          relatedLocations: via.map(({ what, file, line }, id) => ({
            id,
            ...locate(what, file!, line, frame),
          })),
        }
      : {}),
    partialFingerprints: { 'plinthFingerprint/v1': finding.fingerprint },
    ...(frame.baseline ? { baselineState: finding.baselined ? 'unchanged' : 'new' } : {}),
    ...('by' in finding ? { suppressions: [suppressionOf(finding, frame)] } : {}),
    properties: {
      dimension: finding.dimension,
      severity: finding.severity,
      fix: finding.fix,
      ...(finding.fixSummary ? { fixSummary: finding.fixSummary } : {}),
      ...(finding.environments.length > 0 ? { environments: finding.environments } : {}),
      ...(finding.context.length > 0 ? { context: finding.context } : {}),
    },
  };
}

function suppressionOf({ by }: SuppressedFinding, frame: Frame) {
  return {
    kind: 'inSource' as const,
    ...(by.reason ? { justification: by.reason } : {}),
    location: locate(by.text, by.file, by.line, frame),
  };
}

/** A place with a word on it. */
export function locate(
  what: string,
  file: string,
  line: number | undefined,
  frame: Pick<Frame, 'pathPrefix'>,
): Location {
  return {
    physicalLocation: {
      artifactLocation: artifact(file, frame),
      ...(line === undefined ? {} : { region: { startLine: line } }),
    },
    ...(what ? { message: { text: visible(what) } } : {}),
  };
}

function artifact(file: string, frame: Pick<Frame, 'pathPrefix'>) {
  return { uri: encodePath(pathFor(file, frame)), uriBaseId: base };
}
