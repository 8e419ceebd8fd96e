import { describe, expect, it } from 'vitest';
import { totalOf } from '../../../src/design/decide/budget.ts';
import { writeAll } from '../../../src/design/write-all.ts';
import { architectureOf } from '../../support/design-example.ts';

const shop = (budget = '') =>
  architectureOf(`name: shop
owner: web
owners: { web: { email: w@shop.example } }
services: { front: { image: ghcr.io/acme/front } }
environments: { staging: { account: "111122223333" }, production: { account: "222233334444" } }
${budget}`);
const written = (budget?: string) => {
  const architecture = shop(budget);
  const files = writeAll(architecture);
  const calls = ['staging', 'production'].flatMap((name) => {
    const text = files.get(`terraform/environments/${name}/platform/guard.tf`)!;
    return /module "budget" \{\n([\s\S]*?)^\}/m.exec(text)?.[1] ?? [];
  });
  const decision = [...files].find(([path]) => /decisions\/\d+-budget\.md$/.test(path))![1];
  return { architecture, calls, decision, cost: files.get('docs/cost.md')! };
};

describe('a budget', () => {
  it('is a fifth above the estimate where the blueprint names none, with alarms in each environment', () => {
    const { architecture, calls, decision, cost } = written();
    expect(calls).toHaveLength(2);
    architecture.environments.forEach((environment, at) => {
      const estimate = totalOf(environment);
      const [, monthly] = /monthly_usd += (\d+)/.exec(calls[at]!)!;
      expect(Number(monthly)).toBeGreaterThanOrEqual(estimate * 1.2);
      expect(Number(monthly)).toBeLessThanOrEqual(Math.max(10, estimate * 1.2 + 10));
      // each looks for what is unusual in its own costs
      expect(calls[at]).not.toContain('detect_anomalies');
      expect(calls[at]).toMatch(/emails += \["w@shop\.example"\]/);
    });
    expect(decision).toMatch(/20 % above the estimate is assumed/);
    expect(cost).toMatch(/The blueprint names none: 20 % above the estimate is assumed/);
  });

  it('is what the blueprint says, where it says so', () => {
    const { architecture, calls, decision } = written('budget: { monthly: 3000, contact: f@shop.example }\n');
    expect(architecture.budget).toMatchObject({ monthly: 3000, asked: true });
    const sum = calls.reduce((all, one) => all + Number(/monthly_usd += (\d+)/.exec(one)![1]), 0);
    expect(Math.abs(sum - 3000)).toBeLessThanOrEqual(1);
    expect(calls[0]).toContain('f@shop.example');
    expect(decision).toContain('Decided: **budget**');
  });

  it('tells nobody where the blueprint turns alarms off, and is kept in documents', () => {
    expect(written('budget: { alarms: false }\n')).toMatchObject({ calls: [] });
    expect(written('budget: { alarms: false }\n').architecture.budget).toBeUndefined();
    const silent = written('budget: { monthly: 3000, alarms: false }\n');
    expect(silent.calls).toEqual([]);
    expect(silent.cost).toMatch(/The budget is \$3,000[\s\S]*Nobody is told of it/);
  });
});
