import type { Fix } from '../../model/edit.ts';
import type { Violation } from '../../read/kubernetes/violation.ts';

/** Puts quotes around a plain number or boolean, or takes them off, where that is all that the type asks for. */
export function quotingFix({ node, quotes }: Violation): { readonly fix?: Fix } {
  const source = quotes && node.source();
  if (!source) return {};
  const { content } = source;
  const written = source.file.text.slice(source.start, source.end);
  const fix = (summary: string, value: string | number | boolean) => ({
    fix: { safety: 'safe' as const, summary, edits: [{ op: 'replace' as const, node: source, value }] },
  });
  if (quotes === 'add' && /^[\w.+-]+$/.test(written)) return fix('put the value in quotes', written);
  if (quotes !== 'remove' || typeof content !== 'string') return {};
  if (/^-?\d{1,15}$/.test(content)) return fix('take off the quotes of the number', Number(content));
  return content === 'true' || content === 'false'
    ? fix(`write ${content} without quotes`, content === 'true')
    : {};
}
