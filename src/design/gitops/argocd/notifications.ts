import type { Owner } from '../../architecture.ts';
import type { YamlMap } from '../../yaml/yaml.ts';

/** Secret that the notifications controller reads; External Secrets fills it in. */
export const notificationsSecret = 'argocd-notifications-secret';

const slack = (color: string, title: string, text: string) => `message: "{{.app.metadata.name}}: ${title}"
slack:
  attachments: |
    [{"title": "{{.app.metadata.name}}", "color": "${color}", "text": "${text}"}]
`;
const trigger = (when: string, send: string, oncePer: string) => `- when: ${when}
  oncePer: ${oncePer}
  send: [${send}]
`;
const revision = 'app.status.operationState?.syncResult?.revision';

/** What people are told of: failed syncs, what is unwell, what differs from Git, and what was delivered. */
export const argoNotifications = {
  secret: { create: false, name: notificationsSecret },
  notifiers: { 'service.slack': 'token: $slack-token\n' },
  templates: {
    'template.sync-failed': slack('#b00020', 'could not be synced', '{{.app.status.operationState.message}}'),
    'template.unwell': slack('#b00020', 'is unwell', 'Health is {{.app.status.health.status}}.'),
    'template.differs': slack(
      '#b07d00',
      'differs from Git',
      'What runs is not what Git says: somebody changed it by hand, or a sync waits for an approval.',
    ),
    'template.delivered': slack('#2e7d32', 'was delivered', 'Revision {{.app.status.sync.revision}} runs.'),
  },
  triggers: {
    'trigger.on-sync-failed': trigger(
      "app.status?.operationState?.phase in ['Error', 'Failed']",
      'sync-failed',
      revision,
    ),
    'trigger.on-unwell': trigger("app.status?.health?.status == 'Degraded'", 'unwell', revision),
    'trigger.on-differs': trigger(
      "app.status?.sync?.status == 'OutOfSync'",
      'differs',
      'app.status?.sync?.revision',
    ),
    'trigger.on-delivered': trigger(
      "app.status?.operationState?.phase in ['Succeeded'] and app.status?.health?.status == 'Healthy'",
      'delivered',
      revision,
    ),
  },
} as const satisfies YamlMap;

/** Annotations by which a team is told of its application. */
export function subscriptions({ channel }: Owner): YamlMap {
  const to = channel.replace(/^#/, '');
  return Object.fromEntries(
    ['on-sync-failed', 'on-unwell', 'on-differs', 'on-delivered'].map((name) => [
      `notifications.argoproj.io/subscribe.${name}.slack`,
      to,
    ]),
  );
}
