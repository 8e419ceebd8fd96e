import type { Severity } from '../../model/dimension.ts';

export type Style = Severity | 'strong' | 'faint' | 'path' | 'good' | 'bad' | 'notable';
/** Gives a text a style, where colour is wanted. Texts are measured and wrapped before they are painted. */
export type Paint = (style: Style, text: string) => string;

/** The sixteen colours that every terminal's own theme keeps readable. Numbers are those of SGR (ECMA-48, 8.3.117). */
const codes: Readonly<Record<Style, string>> = {
  critical: '1;31',
  high: '31',
  medium: '33',
  low: '94',
  info: '2',
  strong: '1',
  faint: '2',
  path: '36',
  good: '32',
  bad: '31',
  notable: '33',
};

export function painter(colour: boolean): Paint {
  return colour
    ? (style, text) => (text === '' ? '' : `\u001b[${codes[style]}m${text}\u001b[0m`)
    : (_, text) => text;
}
