import { describe, expect, it } from 'vitest';
import { architectureOf } from '../../../tests/support/design-example.ts';
import { recoveriesOf } from './recovery-figures.ts';

describe('recoveriesOf', () => {
  it('promises any second of 35 days at most where AWS keeps it, and of all days where we do', () => {
    const [environment] = architectureOf(`name: shop
account: "111122223333"
compute: eks
services: { web: { image: a/b, needs: [theirs, ours, short] } }
datastores:
  theirs: { type: postgres, retention: 2190 }
  ours: { type: postgres, retention: 2190, hosting: self-hosted }
  short: { type: mysql, retention: 14 }
`).environments;
    expect(recoveriesOf(environment!, () => false).map(({ mistake }) => mistake.by)).toEqual([
      'any second of the last 35 days, up to five minutes ago; before that a backup a day, kept 2190 days',
      'any second of the last 2190 days, up to five minutes ago',
      'any second of the last 14 days, up to five minutes ago',
    ]);
  });
});
