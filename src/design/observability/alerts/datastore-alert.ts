import type { Datastore } from '../../datastore.ts';
import type { Alert, Case, Rule } from '../alert.ts';
import type { Here } from '../here.ts';
import { labelsOfDatastore } from '../record/datastores.ts';

interface About {
  readonly name: string;
  readonly runbook: string;
  readonly severity?: Alert['severity'];
  readonly expr: string;
  readonly for: string;
  readonly summary: string;
  readonly description: string;
  /** whether a datastore can be in this trouble */
  concerns(datastore: Datastore): boolean;
  /** samples of a datastore that is in trouble, and of one that is not though it looks alike */
  bad(datastore: Datastore): Readonly<Record<string, string>>;
  good(datastore: Datastore): Readonly<Record<string, string>>;
  /** samples that keep all others quiet, where silence is trouble too */
  quiet?(datastore: Datastore): Readonly<Record<string, string>>;
  readonly badIs: string;
  readonly goodIs: string;
}

/** An alert on what is recorded of datastores under their own names. */
export function datastoreAlert(about: About): Alert {
  const { name, runbook, severity = 'warning', concerns } = about;
  const found = ({ environment }: Here) => environment.datastores.filter(concerns);
  return {
    name,
    group: 'datastores',
    severity,
    runbook,
    rules(here): Rule[] {
      if (found(here).length === 0) return [];
      const { expr, summary, description } = about;
      return [{ expr, for: about.for, owner: 'by-owner', summary, description }];
    },
    cases(here): Case[] {
      const [datastore, ...rest] = found(here);
      if (!datastore) return [];
      const others = Object.assign({}, ...rest.map((one) => about.quiet?.(one)));
      return [
        {
          about: about.badIs,
          series: { ...about.bad(datastore), ...others },
          at: '40m',
          fires: [{ labels: labelsOfDatastore(datastore) }],
        },
        { about: about.goodIs, series: { ...about.good(datastore), ...others }, at: '40m' },
      ];
    },
  };
}

/** Whether the CloudWatch exporter tells about it as a database of RDS. */
export function isManagedDatabase(datastore: Datastore): boolean {
  return (datastore.type === 'postgres' || datastore.type === 'mysql') && datastore.hosting === 'managed';
}

/** Whether the CloudWatch exporter tells about it as a cache of ElastiCache. */
export function isManagedCache(datastore: Datastore): boolean {
  return datastore.type === 'redis' && datastore.hosting === 'managed';
}
