import { fail } from '../failure.ts';

/**
 * Records of comma-separated values; lines without anything are left out. @throws Failure with the line
 * Source: RFC 4180 as Go's encoding/csv reads it (no lazy quotes, no trimming).
 */
export function readCsv(text: string): readonly (readonly string[])[] {
  const source = text.replaceAll('\r\n', '\n').replace(/\r$/, '');
  const records: string[][] = [];
  let at = 0;
  let line = 1;
  while (at < source.length) {
    if (source[at] === '\n') {
      at++;
      line++;
      continue;
    }
    const record: string[] = [];
    const first = line;
    for (;;) {
      const field = source[at] === '"' ? quotedField(source, at, line) : plainField(source, at, line);
      record.push(field.text);
      at = field.end;
      line += field.breaks;
      if (source[at] !== ',') break;
      at++;
    }
    if (records[0] && records[0].length !== record.length)
      fail(`line ${first} has ${record.length} fields, the header ${records[0].length}`);
    records.push(record);
    if (source[at] === '\n') {
      at++;
      line++;
    }
  }
  return records;
}

interface Field {
  readonly text: string;
  readonly end: number;
  readonly breaks: number;
}

function plainField(source: string, start: number, line: number): Field {
  let end = start;
  for (; end < source.length && source[end] !== ',' && source[end] !== '\n'; end++)
    if (source[end] === '"') fail(`line ${line} has a quote inside of a field that is not quoted`);
  return { text: source.slice(start, end), end, breaks: 0 };
}

function quotedField(source: string, start: number, line: number): Field {
  let end = source.indexOf('"', start + 1);
  while (end >= 0 && source[end + 1] === '"') end = source.indexOf('"', end + 2);
  if (end < 0) fail(`the quote on line ${line} has no end`);
  const inner = source.slice(start + 1, end);
  const next = source[end + 1];
  const breaks = inner.split('\n').length - 1;
  if (next !== undefined && next !== ',' && next !== '\n')
    fail(`line ${line + breaks} goes on after a closing quote`);
  return { text: inner.replaceAll('""', '"'), end: end + 1, breaks };
}
