import { relative } from 'node:path';
import { mayWrite, writeWhole } from '../host/write-files.ts';
import { assemble } from '../report/assemble.ts';
import { formats, isFormat } from '../report/formats.ts';
import type { RenderOptions } from '../report/options.ts';
import type { Report } from '../report/report.ts';
import { judgeAsAsked } from './judge-as-asked.ts';
import { Problems, UserError, type VerifyOptions } from './options.ts';
import { settle } from './settings.ts';

export interface VerifyCommandOptions extends VerifyOptions {
  readonly failOnIncomplete: boolean;
  readonly updateBaseline: boolean;
  readonly renderings: readonly { readonly format: string; readonly output?: string }[];
  readonly terminal: Omit<RenderOptions, 'pathPrefix' | 'catalogue'>;
}

/** Judges a folder and prints it in every format that was asked for. @returns texts for standard output, and the exit code */
export async function verifyCommand(
  folder: string,
  options: VerifyCommandOptions,
): Promise<{ code: number; outputs: string[] }> {
  const wanted = options.renderings.map(({ format, output }) => {
    if (!isFormat(format))
      throw new UserError(`there is no format ${format}`, `choose from ${Object.keys(formats).join(', ')}`);
    return { format, output };
  });
  for (const { output } of wanted)
    if (output && !mayWrite(output))
      throw new UserError(`${output} cannot be written`, 'give a path in a folder that exists');
  const problems = new Problems();
  const settings = await settle(folder, options, problems);
  const outcome = await judgeAsAsked(folder, settings, options, problems);
  if (options.updateBaseline) {
    const { updateBaseline } = await import('./update-baseline.ts');
    return { code: 0, outputs: [await updateBaseline(folder, settings, outcome)] };
  }
  const report = assemble(outcome);
  const rules = new Map(outcome.tallies.map(({ check }) => [check.id, check]));
  const rendering: RenderOptions = {
    ...options.terminal,
    pathPrefix: prefixOf(folder),
    catalogue: (id) => rules.get(id),
  };
  const outputs: string[] = [];
  for (const { format, output } of wanted) {
    const render = await formats[format]();
    const text = render(report, output ? { ...rendering, colour: false } : rendering);
    if (output) writeWhole(output, text);
    else outputs.push(text);
  }
  return { code: exitCode(report, options.failOnIncomplete || settings.config.failOnIncomplete), outputs };
}

/** 0 clean, 1 findings at or above the threshold, 3 nothing read, or not everything where the user asked to be told. */
function exitCode({ summary, problems }: Report, failOnIncomplete: boolean): number {
  if (summary.outcome === 'nothing-read') return 3;
  if (failOnIncomplete && problems.some(({ kind }) => kind !== 'configuration')) return 3;
  return summary.outcome === 'fail' ? 1 : 0;
}

/** What leads from where the user stands to the folder, so that places in the output can be opened. */
function prefixOf(folder: string): string {
  return relative('.', folder).replaceAll('\\', '/');
}
