import type { Metric } from '../alarm.ts';

/** A dashboard of CloudWatch. */
export interface CloudDashboard {
  /** who looks at it: people who answer for something, or whoever mends a workload */
  readonly for: 'people' | 'workloads';
  /** `service-map`; its Terraform is called after it */
  readonly id: string;
  /** its name in AWS */
  readonly name: string;
  /** how far back it looks: `-PT3H` */
  readonly start: string;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly title: string;
  readonly widgets: readonly Widget[];
}

export interface Widget {
  readonly title: string;
  readonly metrics?: readonly Metric[];
  /** what is shown of each metric; sums unless said otherwise */
  readonly stats?: readonly string[];
  /** shown instead of the metrics, which are m1, m2 and so on in it */
  readonly expression?: string;
  /** one number over all of the time looked at, instead of a line */
  readonly single?: boolean;
  /** a limit that is drawn */
  readonly most?: number;
  readonly region?: string;
  /** seconds */
  readonly period?: number;
  /** ARNs of alarms whose state is shown */
  readonly alarms?: readonly string[];
  readonly text?: string;
}

/** The most that stand side by side. */
const abreast = 4;

/** Rows that are not empty, and no wider than can be read. */
export function laidOut(rows: readonly Row[]): readonly Row[] {
  return rows.flatMap(({ title, widgets }) => {
    const parts = Math.ceil(widgets.length / abreast);
    return Array.from({ length: parts }, (_, at) => ({
      title: at === 0 ? title : `${title}, further`,
      widgets: widgets.slice(at * abreast, (at + 1) * abreast),
    }));
  });
}

/** Metrics of one thing, by their names. */
export function metricsOf(
  namespace: string,
  dimensions: Metric['dimensions'],
): (...names: readonly string[]) => readonly Metric[] {
  return (...names) => names.map((name) => ({ namespace, name, dimensions }));
}
