import type { Alert } from '../alert.ts';
import { exposedOf } from '../here.ts';
import { limits, percent } from '../limits.ts';

const { beyond, least, minutes } = limits.entrance;

/** What the load balancer answers itself, since it reaches no service: no objective of a service counts it. */
export const entranceFails: Alert = {
  name: 'EntranceFails',
  group: 'services',
  severity: 'critical',
  runbook: 'entrance-fails',
  rules(here) {
    const { ingress } = here.architecture.platform;
    if (exposedOf(here).length === 0 || ingress === 'none') return [];
    const common = {
      for: `${minutes}m`,
      owner: 'system',
      summary: 'Requests are turned away at the entrance',
    } as const;
    if (ingress === 'nginx')
      return [
        {
          ...common,
          expr: [
            `sum(rate(nginx_ingress_controller_requests{status=~"502|503|504"}[5m])) / sum(rate(nginx_ingress_controller_requests[5m])) > ${beyond}`,
            `and sum(increase(nginx_ingress_controller_requests{status=~"502|503|504"}[5m])) >= ${least}`,
          ].join('\n'),
          description: `The ingress controller answers more than ${percent(beyond)} in a hundred requests by itself, with 502, 503 or 504, since it reaches no ready replica.`,
        },
      ];
    return [
      {
        ...common,
        expr: [
          'sum by (dimension_LoadBalancer) (aws_applicationelb_httpcode_elb_5_xx_count_sum)',
          `/ sum by (dimension_LoadBalancer) (aws_applicationelb_request_count_sum) > ${beyond}`,
          `and sum by (dimension_LoadBalancer) (aws_applicationelb_httpcode_elb_5_xx_count_sum) >= ${least}`,
        ].join('\n'),
        description: `Load balancer {{ $labels.dimension_LoadBalancer }} answers more than ${percent(beyond)} in a hundred requests by itself with an error, since it reaches no healthy target.`,
      },
    ];
  },
  cases(here) {
    const { ingress } = here.architecture.platform;
    if (exposedOf(here).length === 0 || ingress === 'none') return [];
    if (ingress === 'nginx') {
      const requests = (bad: number): Record<string, string> => ({
        'nginx_ingress_controller_requests{status="200"}': '0+100x20',
        'nginx_ingress_controller_requests{status="503"}': `0+${bad}x20`,
      });
      return [
        { about: 'one in six is turned away', series: requests(20), at: '15m', fires: [{ labels: {} }] },
        { about: 'one in a hundred is turned away', series: requests(1), at: '15m' },
      ];
    }
    const at = '{dimension_LoadBalancer="app/entrance/1"}';
    const series = (all: number, bad: number) => ({
      [`aws_applicationelb_request_count_sum${at}`]: `${all}x20`,
      [`aws_applicationelb_httpcode_elb_5_xx_count_sum${at}`]: `${bad}x20`,
    });
    return [
      {
        about: 'one in five is turned away',
        series: series(100, 20),
        at: '10m',
        fires: [{ labels: { dimension_LoadBalancer: 'app/entrance/1' } }],
      },
      { about: 'two of very few are turned away', series: series(4, 2), at: '10m' },
    ];
  },
};
