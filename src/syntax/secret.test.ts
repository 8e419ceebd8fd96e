import { describe, expect, it } from 'vitest';
import { isFilledInLater, isForTests, isHarmlessValue } from './secret.ts';

describe('values of secrets', () => {
  it.each(['<OKTA_API_TOKEN>', 'arn:aws:secretsmanager:eu-central-1:1:secret:db', './account.json', ''])(
    'cannot be %j',
    (value) => {
      expect(isHarmlessValue(value)).toBe(true);
    },
  );

  it.each([
    '${DB_PASSWORD}',
    'your-api-key',
    'REPLACE_ME_LATER',
    'GOOGLE_API_KEY_VAL',
    'YourApiToken',
    'do-not-use',
  ])('are put in place of %j', (value) => {
    expect(isFilledInLater(value)).toBe(true);
  });

  it.each(['test', 'mock_access_key', 'changeme', 'dummy'])('are left out by tests: %j', (value) => {
    expect(isForTests(value)).toBe(true);
  });

  it.each(['hunter2-but-longer', 'testament-9f', 'p4ssw0rd'])('may be %j', (value) => {
    expect([isHarmlessValue, isFilledInLater, isForTests].map((is) => is(value))).toEqual([
      false,
      false,
      false,
    ]);
  });
});
