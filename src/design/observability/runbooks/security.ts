import type { Runbook } from './runbook.ts';

const detector = '"$(aws guardduty list-detectors --query "DetectorIds[0]" --output text)"';

export const securityFinding: Runbook = {
  name: 'security-finding',
  title: 'Something looks like an intruder',
  users: 'Perhaps nothing. Where it is one, their data is being read or changed, and every hour counts.',
  look: () => [
    {
      what: 'What was seen, where, and by whom? The message gives the id.',
      command: `aws guardduty get-findings --detector-id ${detector} --finding-ids "$FINDING" \\\n  --query 'Findings[0].{type:Type,severity:Severity,seen:Service.Count,what:Description,resource:Resource,action:Service.Action}'`,
    },
    {
      what: 'What else did the same identity do? Take the key or role from the finding.',
      command:
        'aws cloudtrail lookup-events --lookup-attributes AttributeKey=Username,AttributeValue="$WHO" --max-results 50 \\\n  --query "Events[].[EventTime,EventSource,EventName,Resources[0].ResourceName]" --output text',
    },
    {
      what: 'Does anybody know of it? A test, a new tool, a colleague abroad: ask in the channel, and wait for no answer.',
    },
  ],
  causes: [
    ['A key that leaked', 'calls from an address or country that nobody works in'],
    ['A workload that was broken into', 'it talks to addresses that it has no business with'],
    ['Somebody tries names and passwords', 'many refused logins, none that succeeded'],
    ['Our own doing', 'a scan, a migration or a test, at the time that somebody names'],
  ],
  mitigate: () => [
    'A key: disable it (`aws iam update-access-key --status Inactive`). A role: revoke its sessions in IAM, then look at what it may do.',
    'A workload: cut it off by its security group or network policy, and keep it for evidence; do not restart it.',
    'Was data read? It is an incident of severity 1, and privacy laws count hours from now: call whoever answers for data protection.',
    'Our own doing: archive the finding with the reason, so that the next one is seen.',
  ],
  after: [
    'Write down what was reached, from when to when, and how that is known.',
    'Change every secret that it could read.',
  ],
};
