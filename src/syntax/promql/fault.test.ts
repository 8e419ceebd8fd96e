import { expect, it } from 'vitest';
import { promqlFault } from './fault.ts';

it.each([
  'up == 0',
  'sum by (job) (rate(http_requests_total{code=~"5..", job!="x"}[5m])) / on (job) group_left sum(rate(a[5m])) > 0.05',
  'rate(a[5m:1m]) > 1e-3 and on () vector(1)',
  'max_over_time(deriv(rate(distance[5m])[30m:5s])[10m:])',
  'a offset 5m @ 1609746000 > bool -1',
  'quantile_over_time(0.9, a[1h])',
  '-a ^ -2 unless b',
  'label_replace(up, "x", "$1", "y", "(.*)(")',
  'a # > ( is what it was',
  '{__name__="a", b=\'}\'}',
  'histogram_quantile(0.99, sum(rate(x_bucket[5m])) by (le)) > +Inf',
  'topk(3, a)',
  '0x1F + 1_000 + .5 + 5m30s',
  'cluster:rate:sum{a=`"`}',
])('takes %s', (text) => {
  expect(promqlFault(text)).toBeUndefined();
});

it.each([
  ['sum(rate(a[5m])', '( is not closed', 3],
  ['a[5m)', '[ is closed by )', 4],
  ['a) > 1', ') closes nothing', 1],
  ['a{b="c}', 'a quote is not closed', 4],
  ['a >', 'nothing stands behind >', 2],
  ['a > > 1', 'nothing stands behind >', 2],
  ['(a and)', 'nothing stands behind and', 3],
  ['rate(a) > 1', 'rate is given no range of time, such as [5m]', 0],
  ['a ? b', '? has no meaning here', 2],
  ['  # nothing', 'there is no expression', 0],
])('refuses %s', (text, message, start) => {
  expect(promqlFault(text)).toEqual({ message, start });
});
