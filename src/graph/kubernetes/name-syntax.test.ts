import { expect, it } from 'vitest';
import { isTemplate, labelKeyFault, labelValueFault, subdomainFault } from './name-syntax.ts';

it.each(['api', '0.a-b.c', 'a'.repeat(63), 'UPPER_case.1'])('takes %s as the value of a label', (value) => {
  expect(labelValueFault(value)).toBeUndefined();
});

it.each(['a'.repeat(64), 'two words', 'trailing-', '.leading', 'a/b', 'a:b'])('refuses %s there', (value) => {
  expect(labelValueFault(value)).toBeDefined();
});

it('takes a key with a domain before its name, and with a name behind it', () => {
  for (const key of ['app', 'app.kubernetes.io/name', 'a.b/C_d']) expect(labelKeyFault(key)).toBeUndefined();
  for (const key of ['App.io/name', 'a.b/', '/name', 'a/b/c']) expect(labelKeyFault(key)).toBeDefined();
});

it('takes a name that could be one of a host', () => {
  for (const name of ['api', 'v1.apps', '1st']) expect(subdomainFault(name)).toBeUndefined();
  for (const name of ['Api', 'a_b', '-a', 'a..b', 'a'.repeat(254)])
    expect(subdomainFault(name)).toBeDefined();
});

it('knows what is filled in later', () => {
  for (const text of ['${NAME}-api', '{{ name }}', '<name>', 'RELEASE-NAME-api', '_'])
    expect(isTemplate(text)).toBe(true);
  for (const text of ['API', 'Order_Settings', 'api-1']) expect(isTemplate(text)).toBe(false);
});
