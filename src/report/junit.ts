import type { Dimension } from '../model/dimension.ts';
import { type Group, groupFindings } from './group.ts';
import { pathFor, type RenderOptions } from './options.ts';
import { failsRun, headline, newFindings } from './outcome.ts';
import type { DimensionVerdict, Report, ReportedFinding, ReportedProblem } from './report.ts';
import { count, dimensionNames, onlyIn } from './wording.ts';
import { type Element, printXml } from './xml.ts';

/** Places named in one case; systems that show it cut long texts anyhow. */
const mostPlaces = 100;

/**
 * JUnit's XML as Jenkins, GitLab and Azure DevOps read it: one suite for each dimension, a case for the dimension as a
 * whole and one for each check that found something. A case fails where it fails the run, passes with its findings told
 * where they are milder or in the baseline, and is skipped where nothing was judged. What could not be analysed is a
 * suite of its own.
 */
export function renderJunit(report: Report, options: Pick<RenderOptions, 'pathPrefix'> = {}): string {
  const groups = groupFindings(newFindings(report));
  const suites = [
    ...report.dimensions.map((verdict) => suiteOf(verdict, groups, report, options)),
    suite('Analysis', [wholeRun(report), ...report.problems.map((problem) => problemCase(problem, options))]),
  ];
  const total = (key: string) => suites.reduce((sum, { attributes }) => sum + Number(attributes?.[key]), 0);
  return printXml({
    name: 'testsuites',
    attributes: {
      name: 'plinth',
      tests: total('tests'),
      failures: total('failures'),
      errors: total('errors'),
      skipped: total('skipped'),
    },
    children: suites,
  });
}

function suiteOf(
  { dimension, verdict, examined, undecided, notes }: DimensionVerdict,
  groups: readonly Group[],
  report: Report,
  options: Pick<RenderOptions, 'pathPrefix'>,
): Element {
  const judged = verdict === 'pass' || verdict === 'fail';
  const about = `${count(examined, 'judgement')}, ${undecided} undecided`;
  const whole: Element = {
    name: 'testcase',
    attributes: { name: dimensionNames[dimension], classname: classOf(dimension) },
    children: judged
      ? [{ name: 'system-out', children: [about] }]
      : [{ name: 'skipped', attributes: { message: [verdict.replace('-', ' '), ...notes].join(': ') } }],
  };
  const own = groups.filter((group) => group.dimension === dimension);
  return suite(dimensionNames[dimension], [whole, ...own.map((group) => checkCase(group, report, options))]);
}

function checkCase(group: Group, { summary }: Report, options: Pick<RenderOptions, 'pathPrefix'>): Element {
  const places = group.variants.flatMap((variant) => variant.places.map(({ finding }) => finding));
  const shown = places.slice(0, mostPlaces).map((finding) => placeOf(finding, options));
  const rest =
    places.length > shown.length ? [`and ${count(places.length - shown.length, 'more place')}`] : [];
  const text = `${[...shown, ...rest].join('\n')}\n`;
  const [first] = places;
  const message = `${group.title} (${group.severity}, ${count(group.count, 'place')})`;
  return {
    name: 'testcase',
    attributes: {
      // one check may find at several severities, and names must differ
      name: `${group.check} (${group.severity})`,
      classname: classOf(group.dimension),
      file: pathFor(first!.file, options),
      line: first!.startLine,
    },
    children: [
      failsRun(first!, summary)
        ? { name: 'failure', attributes: { message, type: group.severity }, children: [text] }
        : { name: 'system-out', children: [`${message}\n${text}`] },
    ],
  };
}

function placeOf(finding: ReportedFinding, options: Pick<RenderOptions, 'pathPrefix'>): string {
  const about = [onlyIn(finding.environments), ...finding.context].filter(Boolean).join(', ');
  const where = `${pathFor(finding.file, options)}:${finding.startLine}: ${finding.resource}${about ? ` (${about})` : ''}`;
  return `${where}: ${finding.message}`.replace(/\s+/g, ' ');
}

function wholeRun(report: Report): Element {
  const message = headline(report);
  return {
    name: 'testcase',
    attributes: { name: 'Something was read', classname: 'plinth.analysis' },
    children:
      report.summary.outcome === 'nothing-read'
        ? [
            {
              name: 'error',
              attributes: { message, type: 'nothing-read' },
              children: [report.summary.nextStep],
            },
          ]
        : [],
  };
}

/** A problem does not fail the run, and is no pass either. */
function problemCase(
  { kind, message, file, startLine }: ReportedProblem,
  options: Pick<RenderOptions, 'pathPrefix'>,
): Element {
  const path = pathFor(file, options);
  return {
    name: 'testcase',
    attributes: {
      name: `${path}${startLine === undefined ? '' : `:${startLine}`}: ${message}`,
      classname: 'plinth.analysis',
      file: path,
      line: startLine,
    },
    children: [{ name: 'skipped', attributes: { message: `${kind}: ${message}` } }],
  };
}

function suite(name: string, cases: readonly Element[]): Element {
  const having = (child: string) =>
    cases.filter(({ children = [] }) =>
      children.some((inner) => typeof inner !== 'string' && inner.name === child),
    ).length;
  return {
    name: 'testsuite',
    attributes: {
      name,
      tests: cases.length,
      failures: having('failure'),
      errors: having('error'),
      skipped: having('skipped'),
    },
    children: cases,
  };
}

function classOf(dimension: Dimension): string {
  return `plinth.${dimension}`;
}
