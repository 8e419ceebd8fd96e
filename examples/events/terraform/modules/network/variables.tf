variable "name" {
  description = "Name of the network; names of its parts begin with it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,50}$", var.name))
    error_message = "The name must be lower case letters, digits and hyphens."
  }
}

variable "account_id" {
  description = "The account that the network is in."
  type        = string

  validation {
    condition     = can(regex("^\\d{12}$", var.account_id))
    error_message = "An account id has 12 digits."
  }
}

variable "region" {
  description = "The region that the network is in: part of the names of endpoints."
  type        = string
}

variable "cidr" {
  description = "Addresses of the network."
  type        = string

  validation {
    condition     = can(cidrhost(var.cidr, 0))
    error_message = "The range must be written as 10.0.0.0/16."
  }
}

variable "zones" {
  description = "Subnets by zone: public for load balancers, private for what computes, data for databases, control for interfaces of the control plane and of endpoints."
  type = list(object({
    zone         = string
    public_cidr  = string
    private_cidr = string
    data_cidr    = string
    control_cidr = string
  }))

  validation {
    condition     = length(var.zones) >= 2
    error_message = "Load balancers and databases need subnets in two zones at least."
  }
}

variable "nat" {
  description = "Ways to the internet for private subnets: none, single (one for all zones) or per-zone."
  type        = string
  default     = "per-zone"

  validation {
    condition     = contains(["none", "single", "per-zone"], var.nat)
    error_message = "NAT must be none, single or per-zone."
  }
}

variable "gateway_endpoints" {
  description = "Services of AWS reached through routes: s3, dynamodb."
  type        = set(string)
  default     = ["s3", "dynamodb"]
}

variable "interface_endpoints" {
  description = "Services of AWS reached through interfaces in the control subnets, such as kms; each costs by the zone and hour."
  type        = set(string)
  default     = []
}

variable "flow_log_retention_days" {
  description = "Days that flow logs are kept."
  type        = number
  default     = 365

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.flow_log_retention_days)
    error_message = "CloudWatch keeps logs for 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653 days."
  }
}

variable "kms_key_arn" {
  description = "The key that flow logs are encrypted with."
  type        = string
}

variable "public_subnet_tags" {
  description = "Further tags of public subnets, such as those that controllers of load balancers look for."
  type        = map(string)
  default     = {}
}

variable "private_subnet_tags" {
  description = "Further tags of private subnets."
  type        = map(string)
  default     = {}
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
