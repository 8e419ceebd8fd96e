variable "environment" {
  description = "Name of this environment."
  type        = string
}

variable "account_id" {
  description = "AWS account that this environment lives in; the provider refuses any other."
  type        = string
}

variable "vpc_cidr" {
  description = "Address range of the VPC, from the company's address plan."
  type        = string
}

variable "availability_zones" {
  description = "Zones to span."
  type        = list(string)
}

variable "single_nat_gateway" {
  description = "Share one NAT gateway among all zones."
  type        = bool
}

variable "transit_gateway_id" {
  description = "The company's transit gateway."
  type        = string
}

variable "kubernetes_version" {
  description = "Version of the cluster."
  type        = string
}

variable "cluster_admin_role_arn" {
  description = "IAM role that administers the cluster."
  type        = string
}

variable "cluster_log_types" {
  description = "Control plane logs to keep."
  type        = list(string)
}

variable "nodes" {
  description = "Instance types and size of the node group."
  type = object({
    instance_types = list(string)
    min            = number
    max            = number
  })
}

variable "database_instance_class" {
  description = "Size of the database."
  type        = string
}

variable "database_storage_gib" {
  description = "Storage of the database, to start with and to grow to."
  type = object({
    initial = number
    maximum = number
  })
}

variable "database_backup_retention_days" {
  description = "Days of automated database backups."
  type        = number
}

variable "database_deletion_protection" {
  description = "Refuse to delete the database."
  type        = bool
  default     = false
}

variable "database_public" {
  description = "Give the database a public address and put it into the public subnets."
  type        = bool
  default     = false
}

variable "database_allowed_cidrs" {
  description = "Address ranges that may connect to the database, besides the cluster."
  type        = list(string)
  default     = []
}

variable "media_domain" {
  description = "Host name under which product pictures are served."
  type        = string
}

variable "media_certificate_arn" {
  description = "Certificate for the media host name, in us-east-1."
  type        = string
}
