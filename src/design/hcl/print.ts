import { align, type Row } from './align.ts';
import { type Attribute, type Item, itemsOf, type Part } from './items.ts';
import { printValue } from './print-value.ts';

/** The text of a Terraform file, formatted as `terraform fmt` formats it. */
export function hcl(...parts: readonly Part[]): string {
  return printBody(itemsOf(parts), '');
}

function printBody(items: readonly Item[], indent: string): string {
  let text = '';
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    if (needsGap(items, at)) text += '\n';
    if (item.kind === 'attribute') {
      const run = attributesFrom(items, at);
      text += align(
        run.map((one) => rowOf(one, indent)),
        indent,
      );
      at += run.length - 1;
    } else if (item.kind === 'comment') text += commentText(item.text, indent);
    else if (item.kind === 'block') {
      const head = [item.type, ...item.labels.map((label) => `"${label}"`)].join(' ');
      const body = printBody(item.body, `${indent}  `);
      text += body === '' ? `${indent}${head} {}\n` : `${indent}${head} {\n${body}${indent}}\n`;
    }
  }
  return text;
}

/** Attributes that follow each other; a comment or gap begins another run. */
function attributesFrom(items: readonly Item[], at: number): Attribute[] {
  const run: Attribute[] = [];
  for (let next = at; items[next]?.kind === 'attribute'; next++) run.push(items[next] as Attribute);
  return run;
}

function rowOf({ name, value, comment }: Attribute, indent: string): Row {
  const printed = printValue(value, indent, indent.length + name.length + 3);
  return { name, value: printed, ...(comment === undefined ? {} : { comment }) };
}

function commentText(text: string, indent: string): string {
  return text
    .split('\n')
    .map((line) => `${indent}${line === '' ? '#' : `# ${line}`}\n`)
    .join('');
}

/** Blocks stand apart from what is before and behind them; a comment stands with what it is about. */
function needsGap(items: readonly Item[], at: number): boolean {
  const [before, item] = [items[at - 1], items[at]!];
  if (before === undefined) return false;
  if (item.kind === 'gap') return before.kind !== 'gap';
  if (before.kind === 'comment' || before.kind === 'gap') return false;
  if (before.kind === 'block') return true;
  return item.kind === 'block' || (item.kind === 'comment' && items[at + 1]?.kind === 'block');
}
