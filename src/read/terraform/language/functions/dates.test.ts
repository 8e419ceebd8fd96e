import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateText } from '../../../../../tests/support/evaluate-text.ts';
import { formatTimestamp, parseDuration, parseTimestamp } from './timestamp.ts';
import { resolveScalar } from './yaml-scalar.ts';

describe('timestamps', () => {
  const dates = fc.date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59Z'),
    noInvalidDate: true,
  });

  it('are written as they are read, to the second', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const text = date.toISOString().replace(/\.\d+Z$/, 'Z');
        expect(formatTimestamp(parseTimestamp(text, 0))).toBe(text);
      }),
    );
  });

  it('of any zone are the same moment', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -840, max: 840 }), (date, offset) => {
        const { nanoseconds } = parseTimestamp(date.toISOString().replace(/\.\d+Z$/, 'Z'), 0);
        const moved = formatTimestamp({ nanoseconds, offset });
        if (!/^\d{4}-/.test(moved)) return;
        expect(parseTimestamp(moved, 0).nanoseconds).toBe(nanoseconds);
      }),
    );
  });

  it.each([
    '2024-02-30T00:00:00Z',
    '2024-01-01T24:00:00Z',
    '2024-01-01 00:00:00Z',
    '2024-01-01T00:60:00Z',
    '2024-01-01T00:00:00',
    '2024-01-01T00:00:00+24:00',
  ])('%s is none', (text) => {
    expect(evaluateText(`timeadd("${text}", "1s")`).problems).toHaveLength(1);
  });

  it('of the run are not known', () => {
    expect(evaluateText('timestamp()').value.isUnknown).toBe(true);
    expect(evaluateText('plantimestamp()').value.data).toMatchObject({ present: true });
  });
});

it.each([
  ['1h30m', 5_400_000_000_000n],
  ['-1.5s', -1_500_000_000n],
  ['1µs2ns', 1_002n],
  ['.5h', 1_800_000_000_000n],
  ['0', 0n],
])('the duration %s is %s ns', (text, expected) => expect(parseDuration(text, 0)).toBe(expected));

it.each([
  ['2001-1-2', '2001-01-02T00:00:00Z'],
  ['2001-01-02t3:04:05+02:00', '2001-01-02T03:04:05+02:00'],
  ['2001-1-2 3:4:5.5', '2001-01-02T03:04:05Z'],
  ['2001-02-30', '2001-02-30'],
  ['2001-1-2 25:00:00', '2001-1-2 25:00:00'],
  ['2001-1-2 5:61:00', '2001-1-2 5:61:00'],
])('the YAML scalar %s is read as %s', (text, expected) => {
  expect(resolveScalar('', text, false).data).toBe(expected);
});
