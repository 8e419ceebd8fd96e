variable "environment" {
  description = "Environment that the network belongs to; the first part of every name."
  type        = string

  validation {
    condition     = contains(["staging", "prod"], var.environment)
    error_message = "The environment is staging or prod."
  }
}

variable "cidr_block" {
  description = "Address range of the VPC, from the company's address plan."
  type        = string

  validation {
    condition     = can(cidrhost(var.cidr_block, 0))
    error_message = "The address range must be written as CIDR, for example 10.1.0.0/16."
  }
}

variable "availability_zones" {
  description = "Zones to span, at most four. New ones go to the end: the position decides the subnet's range."
  type        = list(string)

  validation {
    condition     = length(var.availability_zones) >= 2 && length(var.availability_zones) <= 4
    error_message = "Two to four zones."
  }
}

variable "single_nat_gateway" {
  description = "Share one NAT gateway among all zones. Saves money, and a zone's outage takes the others' way out with it."
  type        = bool
  default     = false
}

variable "transit_gateway_id" {
  description = "The company's transit gateway, through which offices and the other VPCs are reached."
  type        = string
}

variable "company_cidr" {
  description = "Range of all company networks; routed to the transit gateway."
  type        = string
  default     = "10.0.0.0/8"
}
