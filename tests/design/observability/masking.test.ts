import { describe, expect, it } from 'vitest';
import { standards } from '../../../src/blueprint/schema.ts';
import { maskedKinds, maskedPatterns } from '../../../src/design/observability/pipeline/masking.ts';
import { secretFields } from '../../../src/design/observability/pipeline/redaction.ts';
import { terraform } from '../../../src/design/terraform/target.ts';
import { architectureOfExample } from '../../support/design-example.ts';

const patterns = maskedPatterns(standards);
const finds = (text: string, among = patterns) =>
  Object.values(among).some((pattern) => new RegExp(pattern).test(text));

describe('masking of logs in CloudWatch', () => {
  it.each([
    'Authorization: Bearer eyJhbGciOi.J9-_x=',
    'authorization: basic dXNlcjpwYXNz',
    'paid with 4111 1111 1111 1111 today',
    'pan=5555555555554444,',
    '378282246310005',
    ...secretFields.flatMap((name) => [
      `{"${name}": "hunter2", "user": 7}`,
      `{"${name.toUpperCase()}":"hunter2"}`,
      // JSON in a text of JSON
      `{\\"${name}\\":\\"hunter2\\"}`,
    ]),
  ])('finds what is redacted in a cluster: %s', (text) => {
    expect(finds(text)).toBe(true);
  });

  it.each([
    'password reset for user 7',
    'took 1700000000000 ms',
    'order 1234567890123456 is paid',
    '{"japan": "yes"}',
    'a cookie banner was shown',
    'the bearer of this note',
  ])('leaves alone what looks alike: %s', (text) => {
    expect(finds(text)).toBe(false);
  });

  it('masks the whole value of a field, and not what stands beside it', () => {
    const line = '{"password": "hunter2 and more", "user": 7}';
    expect(line.replace(new RegExp(patterns['password']!), '*')).toBe('{"*, "user": 7}');
  });

  // Source: Amazon CloudWatch Logs user guide, constraints of custom data identifiers
  it('keeps to what CloudWatch takes', () => {
    expect(Object.keys(patterns).length).toBeLessThanOrEqual(10);
    for (const [name, pattern] of Object.entries(patterns)) {
      expect(name).toMatch(/^[A-Za-z0-9_-]{1,128}$/);
      expect(pattern.length, name).toBeLessThanOrEqual(200);
      expect(pattern, name).toMatch(/^[A-Za-z0-9_#=@/;, ^$?[\]{}|\\*+.-]+$/);
    }
  });

  it('asks for more where a standard does', () => {
    expect(maskedKinds([])).toContain('EmailAddress');
    expect(maskedKinds([])).not.toContain('Ssn-US');
    expect(maskedKinds(['hipaa'])).toContain('Ssn-US');
    expect(maskedKinds(['gdpr'])).toContain('BankAccountNumber-DE');
    expect(finds('378282246310005', maskedPatterns(['gdpr']))).toBe(false);
  });

  it('is there for everything that writes logs', () => {
    const events = architectureOfExample('events');
    const { services, jobs, functions } = events.environments.at(-1)!;
    const text = terraform.write(events).get('terraform/environments/production/services/redaction.tf')!;
    for (const { name } of [...services, ...jobs, ...functions])
      expect(text).toMatch(new RegExp(`^ +${name} += module\\.${name}\\.log_group_name$`, 'm'));
    expect(text).toContain('module.receive_api.log_group_name');
    const shop = terraform.write(architectureOfExample('start-up'));
    expect(shop.get('terraform/environments/production/data/redaction.tf')).toContain(
      'module.orders.log_group_names["postgresql"]',
    );
  });
});
