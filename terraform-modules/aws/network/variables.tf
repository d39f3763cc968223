variable "account_id" {
  description = "AWS account that owns the network."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be 12 digits."
  }
}

variable "cidr" {
  description = "Private IPv4 range of the VPC, from /16 to /20, written with its network address."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("/(16|17|18|19|20)$", var.cidr)) && try(cidrhost(var.cidr, 0) == split("/", var.cidr)[0], false)
    error_message = "cidr must be an IPv4 network address with a prefix from /16 to /20, such as 10.40.0.0/16."
  }

  validation {
    condition     = can(regex("^(10\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.|192\\.168\\.)", var.cidr))
    error_message = "cidr must lie in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16."
  }
}

variable "egress" {
  description = "NAT gateways: per-zone (one in each zone, survives the loss of a zone) or single (one in the first zone, cheaper)."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["per-zone", "single"], var.egress)
    error_message = "egress must be per-zone or single."
  }
}

variable "flow_log_retention_days" {
  description = "Days the VPC flow logs are kept."
  type        = number
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.flow_log_retention_days)
    error_message = "flow_log_retention_days must be one that CloudWatch Logs knows: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653."
  }
}

variable "interface_endpoints" {
  description = "Last parts of the names of AWS services that are reached through an interface endpoint, such as ecr.api or logs. S3 always has a gateway endpoint and is not named here."
  type        = set(string)
  nullable    = false

  validation {
    condition     = alltrue([for service in var.interface_endpoints : can(regex("^[a-z0-9]+([.-][a-z0-9]+)*$", service))])
    error_message = "interface_endpoints must hold the last parts of service names, such as ecr.api, logs or secretsmanager."
  }

  validation {
    condition     = length(setintersection(var.interface_endpoints, ["dynamodb", "s3"])) == 0
    error_message = "interface_endpoints must not hold s3 or dynamodb: AWS refuses private names on those without further settings, and S3 has a gateway endpoint here."
  }
}

variable "kms_key_arn" {
  description = "Key that encrypts the flow logs. Its policy must admit CloudWatch Logs."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}

variable "name" {
  description = "Name of the network and prefix of the names in it, at most 32 characters."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.name)) && length(var.name) <= 32
    error_message = "name must be lower-case letters, digits and single dashes, start with a letter, and have at most 32 characters."
  }
}

variable "partition" {
  description = "AWS partition: aws, aws-cn or aws-us-gov."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["aws", "aws-cn", "aws-us-gov"], var.partition)
    error_message = "partition must be aws, aws-cn or aws-us-gov."
  }
}

variable "region" {
  description = "AWS region of the network."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must be an AWS region such as af-south-1."
  }
}

variable "zones" {
  description = "Availability zones, 2 to 6. A zone's place in the list decides its address ranges: add new zones at the end, never reorder."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.zones) >= 2 && length(var.zones) <= 6
    error_message = "zones must name 2 to 6 availability zones."
  }

  validation {
    condition     = length(distinct(var.zones)) == length(var.zones)
    error_message = "zones must name each availability zone once."
  }

  validation {
    condition     = alltrue([for zone in var.zones : startswith(zone, var.region)])
    error_message = "zones must lie in the region."
  }
}
