// Values that the API server admits for fields that its OpenAPI calls plain strings. Kept by hand, because no registry
// package carries them: read off the types marked `+enum` and the validation of Kubernetes 1.37 (k8s.io/api), for the
// versions that manifests use. One text, because a text costs nothing at start-up until it is read.
//
// object.field[,field…] value… ; "" stands for the empty string.

export const enums = `admissionregistration.v1.MutatingWebhook.failurePolicy Ignore Fail
admissionregistration.v1.MutatingWebhook.matchPolicy Exact Equivalent
admissionregistration.v1.MutatingWebhook.reinvocationPolicy Never IfNeeded
admissionregistration.v1.MutatingWebhook.sideEffects None NoneOnDryRun
admissionregistration.v1.RuleWithOperations.operations * CREATE UPDATE DELETE CONNECT
admissionregistration.v1.RuleWithOperations.scope Cluster Namespaced *
admissionregistration.v1.ValidatingAdmissionPolicySpec.failurePolicy Ignore Fail
admissionregistration.v1.ValidatingAdmissionPolicyBindingSpec.validationActions Deny Warn Audit
admissionregistration.v1.ValidatingWebhook.failurePolicy Ignore Fail
admissionregistration.v1.ValidatingWebhook.matchPolicy Exact Equivalent
admissionregistration.v1.ValidatingWebhook.sideEffects None NoneOnDryRun
apiextensions.v1.CustomResourceDefinitionSpec.scope Cluster Namespaced
apps.v1.DaemonSetUpdateStrategy.type RollingUpdate OnDelete
apps.v1.DeploymentStrategy.type Recreate RollingUpdate
apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted,whenScaled Retain Delete
apps.v1.StatefulSetSpec.podManagementPolicy OrderedReady Parallel
apps.v1.StatefulSetUpdateStrategy.type RollingUpdate OnDelete Recreate
autoscaling.v2.HPAScalingPolicy.type Pods Percent
autoscaling.v2.HPAScalingRules.selectPolicy Max Min Disabled
autoscaling.v2.MetricSpec.type Object Pods Resource ContainerResource External
autoscaling.v2.MetricTarget.type Utilization Value AverageValue
batch.v1.CronJobSpec.concurrencyPolicy Allow Forbid Replace
batch.v1.JobSpec.completionMode NonIndexed Indexed
batch.v1.JobSpec.podReplacementPolicy TerminatingOrFailed Failed
batch.v1.PodFailurePolicyOnExitCodesRequirement.operator In NotIn
batch.v1.PodFailurePolicyRule.action FailJob FailIndex Ignore Count
core.v1.AppArmorProfile.type Unconfined RuntimeDefault Localhost
core.v1.Container.imagePullPolicy "" Always Never IfNotPresent
core.v1.Container.restartPolicy Always OnFailure Never
core.v1.Container.terminationMessagePolicy "" File FallbackToLogsOnError
core.v1.ContainerPort.protocol "" TCP UDP SCTP
core.v1.ContainerResizePolicy.restartPolicy NotRequired RestartContainer
core.v1.HTTPGetAction.scheme "" HTTP HTTPS
core.v1.HostPathVolumeSource.type "" DirectoryOrCreate Directory FileOrCreate File Socket CharDevice BlockDevice
core.v1.NodeSelectorRequirement.operator In NotIn Exists DoesNotExist Gt Lt
core.v1.PersistentVolumeClaimSpec.accessModes ReadWriteOnce ReadOnlyMany ReadWriteMany ReadWriteOncePod
core.v1.PersistentVolumeClaimSpec.volumeMode "" Block Filesystem
core.v1.PersistentVolumeSpec.accessModes ReadWriteOnce ReadOnlyMany ReadWriteMany ReadWriteOncePod
core.v1.PersistentVolumeSpec.persistentVolumeReclaimPolicy "" Recycle Delete Retain
core.v1.PersistentVolumeSpec.volumeMode "" Block Filesystem
core.v1.PodOS.name linux windows
core.v1.PodSecurityContext.fsGroupChangePolicy OnRootMismatch Always
core.v1.PodSecurityContext.supplementalGroupsPolicy Merge Strict
core.v1.PodSpec.dnsPolicy "" ClusterFirstWithHostNet ClusterFirst Default None
core.v1.PodSpec.preemptionPolicy PreemptLowerPriority Never
core.v1.PodSpec.restartPolicy "" Always OnFailure Never
core.v1.SeccompProfile.type Unconfined RuntimeDefault Localhost
core.v1.SecurityContext.procMount Default Unmasked
core.v1.ServicePort.protocol "" TCP UDP SCTP
core.v1.ServiceSpec.externalTrafficPolicy "" Cluster Local
core.v1.ServiceSpec.internalTrafficPolicy Cluster Local
core.v1.ServiceSpec.ipFamilies IPv4 IPv6
core.v1.ServiceSpec.ipFamilyPolicy SingleStack PreferDualStack RequireDualStack
core.v1.ServiceSpec.sessionAffinity "" ClientIP None
core.v1.ServiceSpec.type "" ClusterIP NodePort LoadBalancer ExternalName
core.v1.Taint.effect NoSchedule PreferNoSchedule NoExecute
core.v1.Toleration.effect "" NoSchedule PreferNoSchedule NoExecute
core.v1.Toleration.operator "" Exists Equal Lt Gt
core.v1.TopologySpreadConstraint.nodeAffinityPolicy,nodeTaintsPolicy Ignore Honor
core.v1.TopologySpreadConstraint.whenUnsatisfiable DoNotSchedule ScheduleAnyway
core.v1.VolumeMount.mountPropagation None HostToContainer Bidirectional
discovery.v1.EndpointSlice.addressType IPv4 IPv6 FQDN
meta.v1.LabelSelectorRequirement.operator In NotIn Exists DoesNotExist
networking.v1.HTTPIngressPath.pathType Exact Prefix ImplementationSpecific
networking.v1.NetworkPolicyPort.protocol TCP UDP SCTP
networking.v1.NetworkPolicySpec.policyTypes Ingress Egress
policy.v1.PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy IfHealthyBudget AlwaysAllow
rbac.v1.Subject.kind User Group ServiceAccount
storage.v1.StorageClass.reclaimPolicy Recycle Delete Retain
storage.v1.StorageClass.volumeBindingMode Immediate WaitForFirstConsumer
`;
