import { expect, it } from 'vitest';
import type { AnyCheck } from '../checks/check.ts';
import type { Tally } from '../verdict/judge.ts';
import { controls, type Framework, organisational } from './framework.ts';
import { matrixOf } from './matrix.ts';

const framework: Framework = {
  id: 'pci-dss',
  title: 'A',
  edition: '1',
  source: 'https://example.com',
  controls: [
    ...organisational([['1.1', 'papers']]),
    ...controls([
      ['1.3.1', 'inbound'],
      ['1.4.1', 'boundary'],
      ['10.2.1', 'logs'],
      ['10.2.1.2', 'logs of administrators'],
      ['3.5.1', 'encryption'],
      ['8.1', 'nobody serves it'],
    ]),
  ],
};

function checkOf(id: string, ...names: string[]): AnyCheck {
  return { id, dimension: 'security', controls: names } as unknown as AnyCheck;
}

function tally(check: AnyCheck, examined: number, undecided = 0): Tally {
  return { check, examined, failed: 0, undecided, reasons: new Map() };
}

const open = checkOf('a/open', 'pci-dss:1.3.1');
const unclear = checkOf('a/unclear', 'pci-dss:1.4.1');
const fine = checkOf('a/fine', 'pci-dss:3.5.1');
const idle = checkOf('a/idle', 'pci-dss:10.2.1');
const deep = checkOf('a/deep', 'pci-dss:10.2.1.2.4');

const finding = (check: string) => ({ check, file: 'main.tf', startLine: 3 });

function statusOf(id: string) {
  const matrix = matrixOf(framework, {
    catalogue: [open, unclear, fine, idle, deep],
    tallies: [tally(open, 4), tally(unclear, 5, 2), tally(fine, 3), tally(idle, 0), tally(deep, 1)],
    findings: [finding('a/open')],
    accepted: [finding('a/fine')],
  });
  return matrix.controls.find(({ control }) => control === id)!;
}

it('is not met where a finding is open, with its place', () => {
  expect(statusOf('1.3.1')).toMatchObject({
    status: 'not-met',
    findings: 1,
    places: [{ file: 'main.tf', line: 3, check: 'a/open' }],
  });
});

it('is met only where all that was judged is decided, and tells what was accepted', () => {
  expect(statusOf('3.5.1')).toMatchObject({ status: 'met', examined: 3, accepted: 1 });
  expect(statusOf('3.5.1').note).toBe('1 accepted by suppression or baseline');
  expect(statusOf('1.4.1')).toMatchObject({ status: 'undecided', undecided: 2 });
});

it('is not covered, never met, where nothing was judged, and says why', () => {
  expect(statusOf('10.2.1')).toMatchObject({ status: 'not-covered', checks: [] });
  expect(statusOf('10.2.1').note).toMatch(/nothing in the repository/);
  expect(statusOf('8.1').note).toBe('no check serves it');
  expect(statusOf('1.1').note).toMatch(/not code/);
});

it('gives a part of a control to the closest one that is listed', () => {
  expect(statusOf('10.2.1.2')).toMatchObject({ status: 'met', checks: ['a/deep'] });
});
