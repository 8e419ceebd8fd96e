import { expect, it } from 'vitest';
import { hostsIn } from './hosts.ts';

it.each([
  ['REDIS_ADDRESS', 'redis:6379', 'redis', true],
  ['REDIS_HOST', 'redis', 'redis', true],
  ['ORDERS_URL', 'http://orders.shop.svc.cluster.local/v1', 'orders.shop.svc.cluster.local', true],
  ['NOTIFICATIONS_URL', 'http://notifications.notifications.svc', 'notifications.notifications.svc', true],
  ['UPSTREAM', 'orders.shop:8080', 'orders.shop', true],
  ['DSN', 'postgres://user:secret@db.internal.example.com:5432/shop', 'db.internal.example.com', false],
  ['SMTP_HOST', 'smtp.mail.example.com', 'smtp.mail.example.com', false],
  ['PAYMENTS_URL', 'https://api.payments.example.com', 'api.payments.example.com', false],
])('%s=%s names a host', (name, value, host, isLocal) => {
  expect(hostsIn(name, value)).toEqual([{ host, isLocal }]);
});

it('finds each of several', () => {
  expect(hostsIn('KAFKA_BROKERS', 'kafka-0:9092,kafka-1:9092').map(({ host }) => host)).toEqual([
    'kafka-0',
    'kafka-1',
  ]);
});

it.each([
  ['LOG_LEVEL', 'info'],
  ['LISTEN_ADDR', '0.0.0.0:8080'],
  ['METRICS_URL', 'http://localhost:9090'],
  ['GCE_METADATA_HOST', 'metadata.google.internal'],
  ['IMAGE', 'registry.example.com/shop/api:1.4.2'],
  ['CORS_ALLOWED_ORIGINS', 'https://shop.example.com'],
  ['PUBLIC_URL', 'https://shop.example.com'],
  ['VERSION', '1.4.2'],
  ['MODULE', 'shop.settings'],
  ['GREETING', 'hello'],
])('%s=%s names none that is called', (name, value) => {
  expect(hostsIn(name, value)).toEqual([]);
});
