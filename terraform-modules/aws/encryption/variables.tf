variable "account_id" {
  description = "AWS account that owns the keys."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be 12 digits."
  }
}

variable "administrators" {
  description = "Names of the roles (path /) that administer the keys: the apply role and the break-glass role. They manage the keys and may not decrypt with them directly."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.administrators) > 0 && alltrue([for role in var.administrators : can(regex("^[A-Za-z0-9+=,.@_-]{1,64}$", role))])
    error_message = "administrators must name at least one role; a role name has at most 64 letters, digits or + = , . @ _ -."
  }
}

variable "environment" {
  description = "Name of the environment; the aliases begin with it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.environment)) && length(var.environment) <= 32
    error_message = "environment must be lower-case letters, digits and single dashes, start with a letter, and have at most 32 characters."
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

variable "purposes" {
  description = "One key for each purpose. services are the AWS services through which the key may be used (rds, elasticache, s3, secretsmanager, ecr; logs means CloudWatch Logs itself); sessions admits ECS Exec sessions, which call KMS directly."
  type = map(object({
    description = string
    services    = set(string)
    sessions    = optional(bool, false)
  }))
  nullable = false

  validation {
    condition     = alltrue([for purpose in keys(var.purposes) : can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", purpose)) && length(purpose) <= 32])
    error_message = "purposes must be named with lower-case letters, digits and single dashes, and have at most 32 characters."
  }

  validation {
    condition     = alltrue([for purpose in var.purposes : length(purpose.services) > 0 && alltrue([for service in purpose.services : can(regex("^[a-z][a-z0-9-]*$", service))])])
    error_message = "purposes must each name at least one service by the first part of its host, such as rds."
  }
}

variable "region" {
  description = "AWS region of the keys; services of other regions can't use them."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must be an AWS region such as af-south-1."
  }
}
