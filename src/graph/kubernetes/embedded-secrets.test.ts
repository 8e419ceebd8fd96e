import { describe, expect, it } from 'vitest';
import { embeddedSecretIn, isSecretValue } from './embedded-secrets.ts';

describe('isSecretValue', () => {
  it.each([
    ['DB_PASSWORD', 'copper-lantern-1894'],
    ['POSTGRES_PASSWORD', 'postgres'],
    ['smtpPassword', 'changeme'],
    ['BASIC_AUTH', 'admin:s3cret'],
  ])('takes %s: %s for a secret', (name, value) => expect(isSecretValue(name, value)).toBe(true));

  it.each([
    ['DB_PASSWORD', '$(OTHER)'],
    ['DB_PASSWORD', '${DB_PASSWORD}'],
    ['DB_PASSWORD', '{{ .Values.password }}'],
    ['DB_PASSWORD', ''],
    ['DB_PASSWORD', '/run/secrets/db'],
    ['DB_PASSWORD', 'REPLACE_ME'],
    ['API_KEY', 'your-api-key'],
    ['GOOGLE_API_KEY', 'GOOGLE_API_KEY_VAL'],
    ['USE_AUTH', 'true'],
    ['AUTH', 'basic'],
    ['PASSWORD_FILE', 'secret.txt'],
    ['MAX_TOKENS', '4096'],
  ])('does not take %s: %s for one', (name, value) => expect(isSecretValue(name, value)).toBe(false));
});

describe('embeddedSecretIn', () => {
  it.each([
    ['[db]\nuser = shop\npassword = copper-lantern-1894\n', 'the value of password'],
    ['{\n  "clientSecret": "9f8e7d6c5b4a",\n}', 'the value of clientSecret'],
    ['spring.datasource.password=amber-gull', 'the value of spring.datasource.password'],
    [`key: |\n  -----BEGIN RSA PRIVATE KEY-----\n  ${'MIIEowIBAAKCAQEA'.repeat(4)}\n`, 'a private key'],
  ])('finds it in %j', (text, what) => expect(embeddedSecretIn(text)?.what).toBe(what));

  it.each([
    'password = ${DB_PASSWORD}',
    'oidc.config: |\n  clientSecret: $oidc.azure.clientSecret',
    'passwordFile: /run/secrets/db',
    'UPDATE "user" SET\n  apikey = CASE\n    WHEN apikey IS NOT NULL THEN 1 END',
    'secretName: database-login',
    'admin:\n  existingSecret: grafana-admin\n  passwordKey: password',
    'const password = readPassword(request);',
    'password: ""',
    '-----BEGIN OPENSSH PRIVATE KEY-----\n...\n-----END OPENSSH PRIVATE KEY-----',
    'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'.replace('=', '= <'),
  ])('finds none in %j', (text) => expect(embeddedSecretIn(text)).toBeUndefined());
});
