import { prefixOf } from '../host/given-file.ts';
import { mayWrite, writeWhole } from '../host/write-files.ts';
import { assemble } from '../report/assemble.ts';
import { type Format, formats, isFormat } from '../report/formats.ts';
import type { RenderOptions } from '../report/options.ts';
import type { Report } from '../report/report.ts';
import { count } from '../report/wording.ts';
import { complianceAsked } from './compliance-asked.ts';
import { judgeAsAsked } from './judge-as-asked.ts';
import { type Printed, Problems, UserError, type VerifyOptions } from './options.ts';
import { settle } from './settings.ts';

export interface VerifyCommandOptions extends VerifyOptions {
  readonly failOnIncomplete: boolean;
  /** write the findings into the baseline instead of printing them */
  readonly updateBaseline: boolean;
  /** formats, each with the file that it is written to; text on standard output where not given */
  readonly renderings?: readonly { readonly format: string; readonly output?: string }[];
  readonly terminal: Omit<RenderOptions, 'pathPrefix' | 'catalogue'>;
}

/** Judges a folder and prints it in every format that was asked for. @throws UserError */
export async function verifyCommand(folder: string, options: VerifyCommandOptions): Promise<Printed> {
  const wanted = (options.renderings ?? [{ format: 'text' }]).map(writable);
  if (options.updateBaseline) requireWholeView(options);
  const asked = await complianceAsked(options);
  const problems = new Problems();
  const settings = await settle(folder, options, problems);
  const { outcome, notes } = await judgeAsAsked(folder, settings, options, problems);
  if (options.updateBaseline) {
    const { updateBaseline } = await import('./update-baseline.ts');
    return { out: await updateBaseline(folder, settings, outcome), notes, code: 0 };
  }
  options.onProgress?.('writing the report');
  const report = assemble(outcome, folder, asked);
  const rules = new Map(outcome.tallies.map(({ check }) => [check.id, check]));
  const rendering: RenderOptions = {
    ...options.terminal,
    pathPrefix: prefixOf(folder),
    catalogue: (id) => rules.get(id),
  };
  let out = '';
  for (const { format, output } of wanted) {
    const render = await formats[format]();
    const text = render(report, output ? { ...rendering, colour: false } : rendering);
    if (output) writeWhole(output, text);
    else out += text.endsWith('\n') ? text : `${text}\n`;
  }
  const { config, faults } = settings;
  const code = exitCode(report, options.failOnIncomplete || config.failOnIncomplete, faults);
  const told = options.terminal.quiet ? '' : notes;
  return { out, notes: code === 2 ? `${told}${faultsNote(faults)}` : told, code };
}

/** Asked before anything is read: a run of a minute should not end in a mistyped path. */
function writable({ format, output }: { readonly format: string; readonly output?: string }): {
  format: Format;
  output?: string;
} {
  if (!isFormat(format))
    throw new UserError(`there is no format ${format}`, `choose from ${Object.keys(formats).join(', ')}`);
  if (output === undefined) return { format };
  if (!mayWrite(output))
    throw new UserError(`${output} cannot be written`, 'give a file in a folder that exists');
  return { format, output };
}

/** What a narrower view leaves out would be missing from the baseline. */
function requireWholeView({ only, exclude, changedSince, renderings }: VerifyCommandOptions): void {
  const narrowing = [
    ...(only?.length ? ['--check'] : []),
    ...(exclude?.length ? ['--exclude'] : []),
    ...(changedSince === undefined ? [] : ['--changed-since']),
  ];
  if (narrowing.length > 0)
    throw new UserError(
      `--update-baseline cannot be used with ${narrowing.join(' and ')}`,
      'the baseline is written anew with all findings, and those that are left out would be lost from it',
    );
  if (renderings)
    throw new UserError(
      '--update-baseline prints no report',
      'run verify once more without it to have one in the formats that you want',
    );
}

/**
 * 0 clean, 1 findings at or above the threshold, 3 nothing read, or not everything where the user asked to be told;
 * 2 where a run would pass under a configuration that is wrong, as the threshold may be what was mistyped.
 */
function exitCode({ summary, problems }: Report, failOnIncomplete: boolean, faults: number): number {
  if (summary.outcome === 'nothing-read') return 3;
  if (failOnIncomplete && problems.some(({ kind }) => kind !== 'configuration')) return 3;
  if (summary.outcome === 'fail') return 1;
  return faults > 0 ? 2 : 0;
}

function faultsNote(faults: number): string {
  return `plinth: ${count(faults, 'fault')} in the configuration, so this is not a pass: see the problems\n`;
}
