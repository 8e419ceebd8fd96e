import { expect, it } from 'vitest';
import { secretIn, secretsInText } from './written-secrets.ts';

it.each([
  ['DB_PASSWORD', 'hunter2-and-more', true],
  ['access_key', 'AKIAIOSFODNN7EXAMPLE', true],
  ['SETTING', 'AKIAIOSFODNN7EXAMPLE', true],
  ['API_KEY', '0123456789abcdef', true],
  ['DB_PASSWORD_PARAMETER', '/shop/prod/db-password', false],
  ['DB_PASSWORD', '/shop/prod/db-password', false],
  ['DB_PASSWORD', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db', false],
  ['DB_PASSWORD', '${DB_PASSWORD}', false],
  ['ORDERS_CONNECTION_SECRET', 'production/shop/orders/connection', false],
  ['SECRET_KEY', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', true],
  ['DB_PASSWORD', 'changeme', false],
  ['TOKEN_URL', 'https://login.example.com/token', false],
  ['TABLE', 'orders-and-payments', false],
])('%s = %s: %s', (name, value, is) => {
  expect(secretIn(name, value) !== undefined).toBe(is);
});

it('finds what a script sets, and not what it reads', () => {
  const found = secretsInText(`#!/bin/bash
export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE
export AWS_SECRET_ACCESS_KEY="wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY"
export DB_PASSWORD=$(aws ssm get-parameter --name /db)
TOKEN=\${TOKEN}
region: eu-west-1
`);
  expect(found).toEqual([
    { kind: 'an AWS access key', name: 'AWS_ACCESS_KEY_ID', certain: true },
    { kind: 'a secret', name: 'AWS_SECRET_ACCESS_KEY', certain: false },
  ]);
});
