variable "deletion_protection" {
  description = "Whether AWS refuses to delete the load balancer."
  type        = bool
  nullable    = false
}

variable "domain" {
  description = "Domain of the hosted zone; every host is the domain itself or lies under it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}$", var.domain)) && length(var.domain) <= 253
    error_message = "domain must be a lower-case domain name without a final dot, with at most 253 characters."
  }
}

variable "hosts" {
  description = "Host names that the certificate and the DNS zone serve, sorted; the first names the certificate and has at most 64 characters."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.hosts) > 0 && alltrue([for host in var.hosts : can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}$", host)) && length(host) <= 253])
    error_message = "hosts must name at least one host, in lower case, without a wildcard or final dot, with at most 253 characters."
  }

  validation {
    condition     = alltrue([for host in var.hosts : host == var.domain || endswith(host, ".${var.domain}")])
    error_message = "hosts must lie in the domain: the certificate is proved in the domain's zone."
  }

  validation {
    condition     = length(try(var.hosts[0], "")) <= 64
    error_message = "hosts must begin with one of at most 64 characters: a certificate's common name holds no more."
  }

  validation {
    condition     = try(tolist(var.hosts) == sort(distinct(var.hosts)), false)
    error_message = "hosts must be sorted and named once: another order would replace the certificate."
  }
}

variable "kms_key_arn" {
  description = "Key that encrypts the firewall's log. Its policy must admit CloudWatch Logs."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}

variable "log_bucket" {
  description = "Name of the bucket for access and connection logs. It uses SSE-S3 and admits the log delivery of load balancers."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.log_bucket))
    error_message = "log_bucket must be the name of a bucket."
  }
}

variable "name" {
  description = "Name of the load balancer and prefix of the names beside it, at most 32 characters."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", var.name)) && length(var.name) <= 32 && !startswith(var.name, "internal-")
    error_message = "name must be letters, digits and single dashes, have at most 32 characters, and not begin with internal-."
  }
}

variable "nat_public_ips" {
  description = "Addresses from which the network calls out, by zone. A caller inside the network reaches the load balancer through them, so the test listener admits them."
  type        = map(string)
  nullable    = false

  validation {
    condition     = alltrue([for address in values(var.nat_public_ips) : can(cidrnetmask("${address}/32"))])
    error_message = "nat_public_ips must be IPv4 addresses."
  }
}

variable "subnet_ids" {
  description = "Public subnets, at least two, each in another zone."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "subnet_ids must name at least two subnets."
  }
}

variable "vpc_cidr" {
  description = "IPv4 range of the VPC: where targets live, and who may use the test listener."
  type        = string
  nullable    = false

  validation {
    condition     = can(cidrnetmask(var.vpc_cidr))
    error_message = "vpc_cidr must be an IPv4 range such as 10.40.0.0/16."
  }
}

variable "vpc_id" {
  description = "VPC of the load balancer."
  type        = string
  nullable    = false

  validation {
    condition     = startswith(var.vpc_id, "vpc-")
    error_message = "vpc_id must be the id of a VPC."
  }
}

variable "waf_log_retention_days" {
  description = "Days the firewall's log is kept."
  type        = number
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.waf_log_retention_days)
    error_message = "waf_log_retention_days must be one that CloudWatch Logs knows: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653."
  }
}

variable "waf_rate_limit" {
  description = "Requests that one address may make in five minutes before it is blocked. Mobile operators put many people behind one address."
  type        = number
  nullable    = false

  validation {
    condition     = var.waf_rate_limit >= 10 && var.waf_rate_limit <= 2000000000 && floor(var.waf_rate_limit) == var.waf_rate_limit
    error_message = "waf_rate_limit must be a whole number from 10 to 2000000000."
  }
}

variable "zone_id" {
  description = "Route 53 hosted zone of the domain."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Z0-9]{1,32}$", var.zone_id))
    error_message = "zone_id must be the id of a hosted zone, such as Z0123456789ABC."
  }
}
