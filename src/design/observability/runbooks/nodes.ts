import type { Ground } from './ground.ts';
import type { Runbook, Step } from './runbook.ts';

const nodes: Step = {
  what: 'How are the nodes?',
  command: 'kubectl get nodes -L topology.kubernetes.io/zone,plinth.dev/pool -o wide\nkubectl top nodes',
};

function growth({ architecture }: Ground): Step {
  return architecture.platform.nodes === 'karpenter'
    ? {
        what: 'What does Karpenter say?',
        command:
          'kubectl get nodeclaims -o wide\nkubectl logs -n kube-system -l app.kubernetes.io/name=karpenter --since=30m --tail=100 | grep -iE "error|limit|insufficient"',
      }
    : {
        what: 'What does the autoscaler say?',
        command:
          'kubectl logs -n kube-system -l app.kubernetes.io/name=aws-cluster-autoscaler --since=30m --tail=200 | grep -iE "max|failed|no expansion"',
      };
}

export const podsFindNoNode: Runbook = {
  name: 'pods-find-no-node',
  title: 'Pods find no node',
  users: 'Nothing while the replicas that run suffice; what was to be added or replaced is not.',
  look: (ground) => [
    {
      what: 'Which pods, and what do they ask for that no node has?',
      command:
        'kubectl get pods -n "$NAMESPACE" --field-selector=status.phase=Pending\nkubectl get events -n "$NAMESPACE" --field-selector reason=FailedScheduling --sort-by=.lastTimestamp | tail -5',
    },
    nodes,
    growth(ground),
  ],
  causes: [
    ['The pools are at their most', 'see runbook `cluster-at-its-most`'],
    ['AWS has no such machines', '`InsufficientInstanceCapacity`, in one zone or for spot'],
    ['It asks for more than any node has', 'the request is larger than the largest type of the pool'],
    ['A volume is in another zone', '`volume node affinity conflict`'],
    ['The quota of the namespace', 'pods are refused, not pending: look at `kubectl describe quota`'],
  ],
  mitigate: () => [
    'No such machines: add further types to the pool; for spot, let it fall back to on demand.',
    'It asks for too much: correct `resources` in `plinth.yaml`.',
  ],
  after: ['Do pools have types enough to find capacity in each zone?'],
};

export const nodeNotReady: Runbook = {
  name: 'node-not-ready',
  title: 'Node not ready',
  users:
    'Nothing in most cases: pods are started on other nodes after five minutes. Pods with a volume wait for longer.',
  look: (ground) => [
    {
      what: 'What is wrong with it?',
      command: 'kubectl describe node "$NODE" | sed -n "/Conditions:/,/Addresses:/p;/Events:/,\\$p"',
    },
    {
      what: 'What does AWS say of the machine?',
      command:
        'aws ec2 describe-instance-status --include-all-instances --filters Name=private-dns-name,Values="$NODE" --query "InstanceStatuses[].[InstanceState.Name,SystemStatus.Status,InstanceStatus.Status]"',
    },
    growth(ground),
  ],
  causes: [
    ['The machine failed', 'its status checks fail'],
    ['Memory or disk', 'conditions `MemoryPressure` or `DiskPressure` before it went quiet'],
    ['It was taken back', 'a spot node that ended and was not removed'],
    ['It cannot reach the API', 'several nodes of one subnet at once: look at the network'],
  ],
  mitigate: () => [
    'Take it out: `kubectl drain "$NODE" --ignore-daemonsets --delete-emptydir-data --timeout=5m`, then end the instance; another takes its place.',
    'Several of one zone at once: look at the health page of AWS before anything else.',
  ],
  after: ['Does it happen to the same pool again? Then it is no accident.'],
};

export const nodeDiskFillsUp: Runbook = {
  name: 'node-disk-fills-up',
  title: 'Disk of a node nearly full',
  users: 'Nothing yet. When it is full the node evicts pods and takes no new ones.',
  look: () => [
    {
      what: 'Which pods write to it?',
      command:
        'kubectl get --raw "/api/v1/nodes/$NODE/proxy/stats/summary" | jq -r \'.pods[] | [(.["ephemeral-storage"].usedBytes // 0), .podRef.namespace, .podRef.name] | @tsv\' | sort -rn | head',
    },
    nodes,
  ],
  causes: [
    ['A pod that writes to its own layer or an emptyDir', 'one is far ahead of all others'],
    ['Logs', 'a container writes more lines than are rotated away'],
    ['Many large images', 'no pod stands out'],
  ],
  mitigate: () => [
    'Delete the pod that fills it; its limit of ephemeral storage should have done so.',
    'No pod stands out: drain the node and let it be replaced.',
  ],
  after: ['Does the pod need that much? Then give it a volume; otherwise a limit.'],
};

export const nodeMemoryShort: Runbook = {
  name: 'node-memory-short',
  title: 'Node without memory',
  users: 'Containers on it are killed, without having done anything wrong themselves.',
  look: () => [
    {
      what: 'Who takes it?',
      command:
        'kubectl get pods -A --field-selector spec.nodeName="$NODE" -o name | wc -l\nkubectl top pods -A --sort-by=memory | head -15',
    },
    nodes,
  ],
  causes: [
    ['Pods whose limit is above their request', 'the sum of requests fits, what is used does not'],
    ['Something outside of pods', 'the sum of pods is well below what is used'],
  ],
  mitigate: () => [
    'Delete the largest pod beyond its request; it starts elsewhere.',
    'Cordon the node until it is quiet: `kubectl cordon "$NODE"`.',
  ],
  after: ['Set the request of memory to its limit for whatever was in the way.'],
};

export const clusterAtItsMost: Runbook = {
  name: 'cluster-at-its-most',
  title: 'Cluster may not get more nodes',
  users: 'Nothing yet. The next service that scales out, or the next node that is lost, finds no room.',
  look: (ground) => [
    nodes,
    {
      what: 'What takes the room?',
      command:
        'kubectl get pods -A -o json | jq -r \'.items[] | [.metadata.namespace, (.spec.containers[].resources.requests.cpu // "0")] | @tsv\' | sort | uniq -c | sort -rn | head -15',
    },
    growth(ground),
  ],
  causes: [
    ['The load has grown', 'services run with more replicas than last month'],
    ['Requests are too large', 'nodes are full by requests, and half idle by use'],
    ['A zone less', 'all nodes are in the other zones'],
  ],
  mitigate: () => [
    'Raise the most of the pool in the Terraform root of the platform, and apply it through the pipeline.',
    'Requests too large: lower them to what is used at the busiest hour.',
  ],
  after: ['The most should hold the greatest load with one zone less.'],
};

export const volumeFillsUp: Runbook = {
  name: 'volume-fills-up',
  title: 'Volume nearly full',
  users:
    'Nothing yet. When it is full, what writes to it stops; a database stops taking writes, Prometheus stops recording.',
  look: () => [
    {
      what: 'Which volume, and who mounts it?',
      command:
        'kubectl get pvc -n "$NAMESPACE" "$PERSISTENTVOLUMECLAIM" -o wide\nkubectl get pods -n "$NAMESPACE" -o json | jq -r --arg claim "$PERSISTENTVOLUMECLAIM" \'.items[] | select(.spec.volumes[]?.persistentVolumeClaim.claimName == $claim) | .metadata.name\'',
    },
    {
      what: 'What fills it?',
      command:
        'kubectl exec -n "$NAMESPACE" <pod> -- sh -c "df -h; du -xh / 2>/dev/null | sort -rh | head -20"',
    },
  ],
  causes: [
    ['It grew as planned', 'a straight line over months'],
    ['Something is kept that should not be', 'a step, or a folder of old files'],
    ['Too many series', 'it is Prometheus: look at `topk(10, count by (__name__) ({__name__=~".+"}))`'],
  ],
  mitigate: () => [
    'Enlarge it: `kubectl patch pvc -n "$NAMESPACE" "$PERSISTENTVOLUMECLAIM" -p \'{"spec":{"resources":{"requests":{"storage":"…"}}}}\'`, and write the same size into the repository. It cannot be made smaller again.',
  ],
  after: ['Set its size for a year of the growth that the dashboard shows.'],
};
