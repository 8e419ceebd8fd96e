import type { Resource } from '../model/resource.ts';
import { asTerraform } from '../read/terraform/resource.ts';

/** What part a resource plays, as people ask about it. */
export const roles = [
  'entry',
  'service',
  'workload',
  'data',
  'platform',
  'delivery',
  'guard',
  'setting',
  'other',
] as const;
export type Role = (typeof roles)[number];

const byType: readonly (readonly [Role, RegExp])[] = [
  [
    'guard',
    /^(PodDisruptionBudget|HorizontalPodAutoscaler|VerticalPodAutoscaler|ScaledObject|NetworkPolicy|ServiceMonitor|PodMonitor|PrometheusRule|aws_cloudwatch_(metric|composite)_alarm|aws_wafv2_|aws_flow_log|aws_backup_|aws_appautoscaling|aws_autoscaling_policy|azurerm_monitor_)/,
  ],
  [
    'entry',
    /^(Ingress|Gateway|(HTTP|GRPC|TCP|TLS|UDP)Route|VirtualService|aws_(lb|alb|elb)$|aws_(lb|alb)_listener|aws_cloudfront_distribution|aws_route53_(record|zone)|aws_(api_gateway_rest_api|apigatewayv2_api|globalaccelerator)|google_compute_(global_)?forwarding_rule|google_dns_|azurerm_(application_gateway|lb$|cdn|frontdoor|dns))/,
  ],
  ['service', /^Service$|^APIService|WebhookConfiguration$|^aws_lb_target_group$|^ServiceEntry/],
  [
    'data',
    /^(PersistentVolumeClaim|PersistentVolume|aws_(db_instance|rds_cluster|rds_global_cluster|s3_bucket|dynamodb_table|efs_file_system|fsx_\w+|ebs_volume|elasticache_(cluster|replication_group)|memorydb_cluster|redshift_cluster|docdb_cluster|neptune_cluster|opensearch_domain|elasticsearch_domain|sqs_queue|kinesis_stream|msk_cluster|mq_broker)|google_(storage_bucket|sql_database_instance|sql_database|spanner_\w+|bigtable_instance|redis_instance|compute_disk|bigquery_(dataset|table)|filestore_instance|pubsub_(topic|subscription))|azurerm_(storage_account|storage_container|\w*sql\w*(server|database)|cosmosdb_account|redis_cache|managed_disk|servicebus_\w+|eventhub\w*))$/,
  ],
  [
    'workload',
    /^(Pod|Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob|Rollout\.argoproj\.io|HelmRelease\b.*|helm_release|kubernetes_(deployment|stateful_set|daemon_set)\w*|aws_(ecs_service|lambda_function|instance|autoscaling_group|apprunner_service|batch_\w+)|google_(cloud_run\w*_service|cloudfunctions\w*_function|compute_instance\w*|app_engine_\w+)|azurerm_(\w*_web_app|\w*function_app|app_service|container_app|\w*virtual_machine\w*|container_group))$|^(Prometheus|Alertmanager|Cluster|Kafka|Tenant)\.(?!.*cluster\.x-k8s)/,
  ],
  [
    'delivery',
    /^(workflow|dockerfile|Application\.argoproj|ApplicationSet|AppProject|Kustomization\.kustomize|GitRepository|HelmRepository|OCIRepository|Bucket\.source|aws_ecr_|google_artifact_registry)/,
  ],
  [
    'setting',
    /^(ConfigMap|Secret|ExternalSecret|SealedSecret|ServiceAccount|kubernetes_(secret|config_map|service_account)|(Cluster)?Role(Binding)?|(Cluster)?SecretStore|Certificate|(Cluster)?Issuer|StorageClass|PriorityClass|IngressClass|GatewayClass|CustomResourceDefinition|data\.|output|variable|module|provider|terraform|aws_iam_|aws_kms_|aws_secretsmanager_|aws_ssm_parameter|aws_acm_|aws_\w+_(subnet_group|parameter_group|option_group|policy|association|attachment|permission)$|aws_launch_template|aws_ecs_task_definition|google_(project_iam|service_account|\w+_iam_|kms_)|azurerm_(role_assignment|user_assigned_identity|key_vault)|aws_s3_bucket_|aws_sqs_queue_|aws_eks_(access|pod_identity))/,
  ],
  [
    'platform',
    /^(Namespace|aws_(vpc|subnet|eks_|ecs_cluster|nat_gateway|internet_gateway|route|eip|security_group|network_acl|vpn|ec2_transit)|google_(container_|compute_(network|subnetwork|router|firewall|address))|azurerm_(kubernetes_|virtual_network|subnet|nat_gateway|network_|resource_group|public_ip|route)|NodePool|EC2NodeClass)/,
  ],
];

const known = new Map<string, Role>();

/** The part that a resource plays, by its type. */
export function roleOf(resource: Resource): Role {
  const { type } = resource;
  if (type === 'module') return roleOfModule(resource);
  let role = known.get(type);
  if (!role) {
    role = byType.find(([, types]) => types.test(type))?.[0] ?? 'other';
    known.set(type, role);
  }
  return role;
}

/** What is in a module that is not there to be read, as the name of its source tells. */
const byModule: readonly (readonly [Role, RegExp])[] = [
  ['data', /rds|aurora|database|sql|dynamodb|s3-bucket|storage|elasticache|redis|efs|sqs|kafka|msk/i],
  ['platform', /eks|gke|kubernetes|aks|vpc|network|subnet|nat|security-group|ecs/i],
  ['entry', /alb|elb|load-?balancer|cloudfront|route53|dns|gateway/i],
  ['workload', /lambda|function|ec2-instance|autoscaling|cloud-run|app-service/i],
];

function roleOfModule(resource: Resource): Role {
  const { instance, name } = asTerraform(resource) ?? {};
  // what is read of it plays its own parts
  if (instance?.children(name!)?.missing === undefined) return 'setting';
  const source = String(resource.body.peek('source')?.content ?? '').replace(
    /^.*?(?=[^/]*\/[^/]*\/?[^/]*$)/,
    '',
  );
  if (/iam|kms|secret|label|acm/i.test(source)) return 'setting';
  return byModule.find(([, sources]) => sources.test(source))?.[0] ?? 'other';
}

/** Whether it runs nothing itself, and only passes on what becomes of others. */
export function isPassive(resource: Resource): boolean {
  const role = roleOf(resource);
  return role === 'setting' || role === 'guard';
}
