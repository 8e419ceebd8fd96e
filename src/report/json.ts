import type { Report } from './report.ts';

/** The report as it is, indented: `plinth verify --format json`. Its schema is that of `schema.ts`. */
export function renderJson(report: Report): string {
  return printJson(report);
}

/**
 * JSON that is safe to show: what a terminal or an editor would obey instead of display, and JSON itself allows
 * unescaped, is escaped. It reads back as the same data.
 */
export function printJson(data: unknown): string {
  const text = JSON.stringify(data, undefined, 2);
  return `${text.replace(/[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, escapeOf)}\n`;
}

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
