import { byCompute, metric, replicasOf, rollBack } from './ground.ts';
import type { Runbook } from './runbook.ts';

export const endpointDown: Runbook = {
  name: 'endpoint-down',
  title: 'Host does not answer',
  users:
    'Who opens this host sees an error or waits for nothing. It is down for everybody until shown otherwise.',
  look: (ground) => [
    {
      what: 'Is it down from outside as well, and at which step: name, connection, TLS, or answer?',
      command:
        'curl -sv --max-time 10 "$INSTANCE" -o /dev/null 2>&1 | grep -E "Trying|Connected|SSL|subject|expire|< HTTP|timed out|refused"',
    },
    { what: 'Does the name lead anywhere?', command: 'dig +short "$(echo "$INSTANCE" | cut -d/ -f3)"' },
    { what: 'Does the service behind it run?', command: replicasOf(ground) },
    {
      what: 'Has the load balancer healthy targets?',
      command: byCompute(ground, {
        eks:
          ground.architecture.platform.ingress === 'nginx'
            ? 'kubectl get ingress -A\nkubectl logs -n ingress-nginx -l app.kubernetes.io/name=ingress-nginx --since=15m --tail=100 | grep -E " 50[0-9] |error"'
            : 'kubectl get ingress -A\nfor group in $(aws elbv2 describe-target-groups --query "TargetGroups[].TargetGroupArn" --output text); do\n  aws elbv2 describe-target-health --target-group-arn "$group" --query "TargetHealthDescriptions[?TargetHealth.State!=\'healthy\'].[Target.Id,TargetHealth.Reason]" --output text\ndone',
        ecs: 'for group in $(aws elbv2 describe-target-groups --query "TargetGroups[].TargetGroupArn" --output text); do\n  aws elbv2 describe-target-health --target-group-arn "$group" --query "TargetHealthDescriptions[?TargetHealth.State!=\'healthy\'].[Target.Id,TargetHealth.Reason]" --output text\ndone',
        functions:
          'aws apigateway get-domain-names --query "items[].[domainName,domainNameStatus]" --output text',
      }),
    },
  ],
  causes: [
    ['No healthy replica', '502 or 503, and the service has an alert of its own'],
    ['A name that was changed or lost', '`dig` gives nothing, or an address that is not ours'],
    ['A certificate', 'the connection stands and TLS fails'],
    ['A rule of the firewall', '403 for the probe and for people alike'],
    ['The entrance itself', 'all hosts are down at once'],
  ],
  mitigate: (ground) => [
    'No healthy replica: go on with runbook `service-down`.',
    'A name: apply the Terraform root that holds it once more; its plan shows what is missing.',
    'A rule of the firewall: set the rule to count instead of block, and look which one it was in its sampled requests.',
    rollBack(ground),
  ],
  after: ['Would people have noticed before the probe did? Then probe more often, or what they really do.'],
};

export const entranceFails: Runbook = {
  name: 'entrance-fails',
  title: 'Requests are turned away at the entrance',
  users:
    'A part of all requests is answered with 502, 503 or 504 before any service sees it: pages break at random.',
  look: (ground) => [
    { what: 'Which host is it? The other alerts of the same minutes name it more often than not.' },
    { what: 'Is it one service without healthy replicas?', command: replicasOf(ground) },
    {
      what: 'Or all of them?',
      command: metric(
        'AWS/ApplicationELB',
        'UnHealthyHostCount',
        'Maximum',
        'Name=LoadBalancer,Value="$LOAD_BALANCER"',
      ),
    },
  ],
  causes: [
    ['Replicas end before their requests', 'the errors come with each release or scale-in, for seconds'],
    ['Replicas are not ready', 'the target group has unhealthy targets'],
    ['A service answers too slowly', '504, after exactly the time-out of the load balancer'],
    ['A port or network policy changed', 'all targets of one service went bad at the time of a change'],
  ],
  mitigate: (ground) => ['Replicas not ready: go on with runbook `service-down`.', rollBack(ground)],
  after: [
    'Do errors come with every release? Then replicas have to go on answering for longer after they are told to end.',
  ],
};

export const certificateExpires: Runbook = {
  name: 'certificate-expires',
  title: 'Certificate about to expire',
  users:
    'Nothing until the day it expires; then every browser and every client refuses to talk to the host at all.',
  look: ({ architecture: { platform } }) => [
    {
      what: 'When does it expire, and who issued it?',
      command:
        'openssl s_client -connect "$HOST":443 -servername "$HOST" </dev/null 2>/dev/null | openssl x509 -noout -subject -issuer -enddate',
    },
    platform.ingress === 'nginx'
      ? {
          what: 'Why was it not renewed?',
          command:
            'kubectl get certificates,certificaterequests,orders,challenges -A\nkubectl describe certificate -n "$NAMESPACE" "$NAME" | tail -20',
        }
      : {
          what: 'Why was it not renewed? ACM renews what is in use, and whose record of validation is still in the zone.',
          command:
            "aws acm list-certificates --query 'CertificateSummaryList[].[DomainName,Status,RenewalEligibility,NotAfter]' --output table",
        },
  ],
  causes: [
    ['The record of validation was removed', 'the renewal waits for validation'],
    ['The certificate is not in use', 'ACM says that it is not eligible; the host shows another one'],
    ['The issuer refuses', 'a limit of the issuer, or a CAA record that does not name it'],
  ],
  mitigate: ({ architecture: { platform } }) => [
    'Apply the Terraform root that holds the certificate: it writes the record of validation once more.',
    platform.ingress === 'nginx'
      ? 'Ask for it again: `cmctl renew -n "$NAMESPACE" "$NAME"`.'
      : 'Is it less than a day? Ask for a new certificate in ACM, and give its ARN to the load balancer by Terraform.',
  ],
  after: ['Find out what removed the record, and protect it.'],
};
