variable "addon" {
  description = "Whose identity it is: aws-load-balancer-controller, cert-manager, cluster-autoscaler, ebs-csi, external-dns, external-secrets or velero."
  type        = string

  validation {
    condition     = contains(["aws-load-balancer-controller", "cert-manager", "cluster-autoscaler", "ebs-csi", "external-dns", "external-secrets", "velero"], var.addon)
    error_message = "The rights of this addon are not known."
  }
}

variable "name" {
  description = "Name of the role."
  type        = string
}

variable "cluster_name" {
  description = "The cluster that it is used in."
  type        = string
}

variable "region" {
  description = "The region of the cluster."
  type        = string
}

variable "namespace" {
  description = "The namespace of the addon, where it is not the usual one."
  type        = string
  default     = null
}

variable "service_account" {
  description = "The service account of the addon, where it is not the usual one."
  type        = string
  default     = null
}

variable "zone_arns" {
  description = "Zones whose names are written: for external-dns and cert-manager."
  type        = list(string)
  default     = []

  validation {
    condition     = contains(["external-dns", "cert-manager"], var.addon) ? length(var.zone_arns) > 0 : true
    error_message = "external-dns and cert-manager need the zones that they write."
  }
}

variable "secret_arns" {
  description = "Secrets that are brought into the cluster: for external-secrets."
  type        = list(string)
  default     = []

  validation {
    condition     = var.addon == "external-secrets" ? length(var.secret_arns) > 0 && !contains(var.secret_arns, "*") : true
    error_message = "external-secrets needs the secrets that it brings, such as those of one environment."
  }
}

variable "bucket_arns" {
  description = "Buckets that backups are kept in: for velero."
  type        = list(string)
  default     = []

  validation {
    condition     = var.addon == "velero" ? length(var.bucket_arns) > 0 : true
    error_message = "velero needs a bucket for its backups."
  }
}

variable "kms_key_arns" {
  description = "Keys of those secrets or buckets: for external-secrets and velero."
  type        = list(string)
  default     = []

  validation {
    condition     = contains(["external-secrets", "velero"], var.addon) ? length(var.kms_key_arns) > 0 : true
    error_message = "Secrets and backups are encrypted: their keys are needed."
  }
}

variable "web_acl_arns" {
  description = "Web firewalls that load balancers may be put behind: for aws-load-balancer-controller. None may where there are none."
  type        = list(string)
  default     = ["arn:aws:wafv2:*:000000000000:regional/webacl/none/none"]
}

variable "permissions_boundary_arn" {
  description = "The policy that bounds what roles made here can ever do; null for none."
  type        = string
  default     = null
}

variable "tags" {
  description = "Tags of everything here, besides the default tags of the provider."
  type        = map(string)
  default     = {}
}
