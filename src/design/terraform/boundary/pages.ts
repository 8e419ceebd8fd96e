import type { Part } from '../../hcl/items.ts';
import { raw } from '../../hcl/value.ts';
import { nameIn } from '../../names.ts';
import { call } from '../call.ts';
import type { Input, Output, Place } from '../part.ts';
import { told } from './told.ts';

/** The topic that wakes people; where there is a cluster, Alertmanager does. */
export function pageParts(place: Place): Part[] {
  const { architecture, environment } = place;
  if (!isPaged(place)) return [];
  return [
    call(place, 'pages', 'alarm-topic', {
      name: nameIn(environment, environment.system, 'pages'),
      account_id: raw('local.account_id'),
      kms_key_arn: raw('module.platform_key.arn'),
      emails: [architecture.owner.email],
      endpoints: raw('var.pager_endpoints'),
    }),
  ];
}

export function pageInputs(place: Place): Input[] {
  if (!isPaged(place)) return [];
  return [
    {
      name: 'pager_endpoints',
      description: 'HTTPS addresses of the service that wakes people; until one is given, pages are mails.',
      type: 'set(string)',
      default: [],
    },
  ];
}

export function pageOutputs(place: Place): Output[] {
  const { account, region } = place.environment;
  if (!isPaged(place)) return [];
  const example = `arn:aws:sns:${region}:${account}:pages`;
  return [told('page_topic_arn', 'The topic that wakes people.', 'module.pages.arn', example)];
}

/** Whether there is a topic that wakes people. */
export function isPaged({ environment }: Pick<Place, 'environment'>): boolean {
  return environment.production && environment.cluster === undefined;
}
