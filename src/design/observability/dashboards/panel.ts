/** A dashboard in Grafana's own model. */
export interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly schemaVersion: number;
  readonly editable: boolean;
  readonly refresh: string;
  readonly time: { readonly from: string; readonly to: string };
  readonly timezone: string;
  readonly templating: { readonly list: readonly object[] };
  readonly panels: readonly Panel[];
}

export interface Panel {
  readonly id: number;
  readonly type: 'timeseries' | 'stat' | 'table' | 'row';
  readonly title: string;
  readonly description?: string;
  readonly gridPos: { readonly h: number; readonly w: number; readonly x: number; readonly y: number };
  readonly datasource?: { readonly type: 'prometheus'; readonly uid: string };
  readonly targets?: readonly Target[];
  readonly fieldConfig?: { readonly defaults: object; readonly overrides: readonly object[] };
  readonly options?: object;
  readonly collapsed?: boolean;
  readonly panels?: readonly Panel[];
}

export interface Target {
  readonly refId: string;
  readonly expr: string;
  readonly legendFormat: string;
  readonly instant?: boolean;
  readonly datasource: { readonly type: 'prometheus'; readonly uid: string };
}

/** What a panel shows, before it has a place. */
export interface Shown {
  readonly title: string;
  readonly about?: string;
  readonly type?: 'timeseries' | 'stat';
  /** queries by their legend */
  readonly queries: Readonly<Record<string, string>>;
  readonly unit: string;
  /** values from which on it is yellow, and red; falling where less is worse */
  readonly thresholds?: { readonly warn: number; readonly bad: number; readonly falling?: boolean };
  readonly max?: number;
}

export interface Row {
  readonly title: string;
  readonly panels: readonly Shown[];
}

const datasource = { type: 'prometheus', uid: '${datasource}' } as const;

/** Lays panels out in rows, three beside each other. */
export function dashboard(
  uid: string,
  title: string,
  tags: readonly string[],
  rows: readonly Row[],
): Dashboard {
  let y = 0;
  let id = 0;
  const panels = rows
    .filter(({ panels: shown }) => shown.length > 0)
    .flatMap(({ title: rowTitle, panels: shown }): Panel[] => {
      const top = y;
      const height = (shown[0]?.type ?? 'timeseries') === 'stat' ? 5 : 8;
      y += 1 + Math.ceil(shown.length / 3) * height;
      return [
        {
          id: ++id,
          type: 'row',
          title: rowTitle,
          collapsed: false,
          panels: [],
          gridPos: { h: 1, w: 24, x: 0, y: top },
        },
        ...shown.map((one, at) =>
          panelOf(one, ++id, { h: height, w: 8, x: (at % 3) * 8, y: top + 1 + Math.floor(at / 3) * height }),
        ),
      ];
    });
  return {
    uid,
    title,
    tags,
    schemaVersion: 41,
    editable: false,
    refresh: '1m',
    time: { from: 'now-6h', to: 'now' },
    timezone: 'utc',
    templating: {
      list: [
        {
          name: 'datasource',
          label: 'Source',
          type: 'datasource',
          query: 'prometheus',
          current: {},
          hide: 0,
        },
      ],
    },
    panels,
  };
}

function panelOf(one: Shown, id: number, gridPos: Panel['gridPos']): Panel {
  const type = one.type ?? 'timeseries';
  const targets = Object.entries(one.queries).map(([legendFormat, expr], at) => ({
    refId: String.fromCharCode(65 + at),
    expr,
    legendFormat,
    ...(type === 'stat' ? { instant: true } : {}),
    datasource,
  }));
  return {
    id,
    type,
    title: one.title,
    ...(one.about === undefined ? {} : { description: one.about }),
    gridPos,
    datasource,
    targets,
    fieldConfig: {
      defaults: {
        unit: one.unit,
        min: 0,
        ...(one.max === undefined ? {} : { max: one.max }),
        ...(one.thresholds ? { thresholds: stepsOf(one.thresholds), color: { mode: 'thresholds' } } : {}),
      },
      overrides: [],
    },
    options:
      type === 'stat'
        ? { reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false }, textMode: 'value_and_name' }
        : { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi', sort: 'desc' } },
  };
}

function stepsOf({ warn, bad, falling }: NonNullable<Shown['thresholds']>): object {
  const steps = falling
    ? [
        { color: 'red', value: null },
        { color: 'yellow', value: bad },
        { color: 'green', value: warn },
      ]
    : [
        { color: 'green', value: null },
        { color: 'yellow', value: warn },
        { color: 'red', value: bad },
      ];
  return { mode: 'absolute', steps };
}
