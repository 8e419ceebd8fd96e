import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { payerOf } from './labels.ts';

describe('payerOf', () => {
  it.each([
    ['cc-1000', 'cc-1000'],
    ['CC 42', 'CC-42'],
    ['Größe/Nord = 4', 'Gro-e-Nord-4'],
    ['', undefined],
    ['@@', undefined],
  ])('tells %j as %j', (costCentre, label) => {
    expect(payerOf({ costCentre })['plinth.dev/cost-centre']).toBe(label);
  });

  it('is always what Kubernetes takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 256 }), (costCentre) => {
        for (const label of Object.values(payerOf({ costCentre })))
          expect(label).toMatch(/^[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/);
      }),
    );
  });
});
