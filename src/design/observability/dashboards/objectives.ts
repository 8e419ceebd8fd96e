import type { Row } from './panel.ts';

/** How objectives stand. @param matcher of their labels: `service="gateway"`; empty for all */
export function objectivesRow(matcher: string): Row {
  const of = (name: string) => `${name}{${matcher}}`;
  return {
    title: 'Objectives',
    panels: [
      {
        title: 'Error budget left, of 30 days',
        about: 'One is untouched, zero is spent.',
        type: 'stat',
        queries: { '{{slo}}': of('slo:budget_remaining:ratio') },
        unit: 'percentunit',
        thresholds: { warn: 0.5, bad: 0.1, falling: true },
        max: 1,
      },
      {
        title: 'Good requests over 30 days',
        type: 'stat',
        queries: { '{{slo}}': `1 - ${of('slo:errors:ratio_rate30d')}` },
        unit: 'percentunit',
        max: 1,
      },
      {
        title: 'Promised',
        type: 'stat',
        queries: { '{{slo}}': of('slo:objective:ratio') },
        unit: 'percentunit',
        max: 1,
      },
    ],
  };
}

/** How fast budgets are spent. */
export function burnRow(matcher: string): Row {
  const burn = (window: string) =>
    `slo:errors:ratio_rate${window}{${matcher}} / (1 - slo:objective:ratio{${matcher}})`;
  return {
    title: 'Burn rate: one spends the budget in exactly 30 days',
    panels: [
      {
        title: 'Over an hour',
        about: 'From 14.4 on somebody is woken.',
        queries: { '{{slo}}': burn('1h') },
        unit: 'none',
        thresholds: { warn: 6, bad: 14.4 },
      },
      {
        title: 'Over six hours',
        queries: { '{{slo}}': burn('6h') },
        unit: 'none',
        thresholds: { warn: 3, bad: 6 },
      },
      {
        title: 'Over three days',
        queries: { '{{slo}}': burn('3d') },
        unit: 'none',
        thresholds: { warn: 1, bad: 3 },
      },
    ],
  };
}
