import { prefixOf } from '../host/given-file.ts';
import { mayWrite, writeWhole } from '../host/write-files.ts';
import { assess } from '../impact/assess.ts';
import type { Change } from '../impact/effect.ts';
import { reportImpact } from '../report/impact/assemble.ts';
import { impactFormats } from '../report/impact/formats.ts';
import type { ImpactFormat, ImpactRenderOptions } from '../report/impact/options.ts';
import type { ImpactReport } from '../report/impact/report.ts';
import { version } from '../version.ts';
import { findSubjects } from './find-subjects.ts';
import { impactsSince } from './impacts-since.ts';
import { loadRepository } from './load.ts';
import { namingOf } from './naming.ts';
import { type Printed, Problems, UserError, type VerifyOptions } from './options.ts';
import { settle } from './settings.ts';
import { tellProblems } from './tell-problems.ts';

export interface ImpactOptions extends VerifyOptions {
  /** an address or its end, an id, `type/name`, or `file:line`; nothing where `changedSince` says what is asked about */
  readonly resource?: string;
  readonly change?: Change;
  /** the environment that is meant where several hold the resource */
  readonly environment?: string;
}

export interface ImpactCommandOptions extends ImpactOptions {
  readonly format: ImpactFormat;
  readonly output?: string;
  readonly terminal: Omit<ImpactRenderOptions, 'pathPrefix'>;
}

/**
 * What happens when a resource changes or fails; with `changedSince`, what the changes of a pull request do.
 * @returns what `plinth impact --format json` prints
 * @throws UserError
 */
export async function impact(folder: string, options: ImpactOptions): Promise<ImpactReport> {
  return (await impactOf(folder, options, new Problems())).report;
}

/** The same as text, in the format that was asked for. @throws UserError */
export async function impactCommand(folder: string, options: ImpactCommandOptions): Promise<Printed> {
  const { format, output, terminal } = options;
  if (output !== undefined && !mayWrite(output))
    throw new UserError(`${output} cannot be written`, 'give a file in a folder that exists');
  const problems = new Problems();
  const { report, isEmpty } = await impactOf(folder, options, problems);
  const text = impactFormats[format](report, {
    ...terminal,
    colour: terminal.colour && output === undefined,
    pathPrefix: prefixOf(folder),
  });
  if (output !== undefined) writeWhole(output, text);
  const notes = tellProblems(problems.all, prefixOf(folder));
  return isEmpty
    ? { out: '', notes: `${notes}no infrastructure was read in ${folder}\n`, code: 3 }
    : { out: output === undefined ? text : '', notes, code: 0 };
}

async function impactOf(
  folder: string,
  options: ImpactOptions,
  problems: Problems,
): Promise<{ readonly report: ImpactReport; readonly isEmpty: boolean }> {
  const settings = await settle(folder, options, problems);
  const { graph, repository, filesRead } = await loadRepository(folder, settings, options, problems);
  options.onProgress?.('following failure');
  const tool = { name: 'plinth' as const, version };
  const isEmpty = filesRead.size === 0;
  if (options.changedSince !== undefined) {
    const impacts = await impactsSince(folder, options.changedSince, settings, options, graph, repository);
    return { report: { schema: '1.0', tool, since: options.changedSince, impacts }, isEmpty };
  }
  if (isEmpty) return { report: { schema: '1.0', tool, impacts: [] }, isEmpty };
  if (options.resource === undefined)
    throw new UserError(
      'it is not said which resource is meant',
      'give an address as `plinth graph` prints it, or file:line, or --changed-since <revision>',
    );
  const naming = namingOf(graph, repository);
  const subjects = findSubjects(graph, folder, options.resource, naming.id, options.environment);
  const impacts = [reportImpact(assess(graph, subjects, options.change ?? 'unavailable'), naming)];
  return { report: { schema: '1.0', tool, impacts }, isEmpty };
}
