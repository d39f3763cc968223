variable "account_id" {
  description = "AWS account that owns the secret."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be 12 digits."
  }
}

variable "administrators" {
  description = "Names of the roles (path /) that may read the value beside the roles of the environment: the apply role and the break-glass role."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.administrators) > 0 && alltrue([for role in var.administrators : can(regex("^[A-Za-z0-9+=,.@_-]{1,64}$", role))])
    error_message = "administrators must name at least one role; a role name has at most 64 letters, digits or + = , . @ _ -."
  }
}

variable "description" {
  description = "What the secret is for, at most 2048 characters; may be empty."
  type        = string
  nullable    = false

  validation {
    condition     = length(var.description) <= 2048
    error_message = "description must have at most 2048 characters."
  }
}

variable "environment" {
  description = "Name of the environment; roles whose path begins with it may read the value."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.environment)) && length(var.environment) <= 32
    error_message = "environment must be lower-case letters, digits and single dashes, start with a letter, and have at most 32 characters."
  }
}

variable "kms_key_arn" {
  description = "Key that encrypts the value."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}

variable "name" {
  description = "Name of the secret, such as production/paystack, at most 512 characters."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9/_+=.@-]+$", var.name)) && length(var.name) <= 512
    error_message = "name must be letters, digits or / _ + = . @ -, and have 1 to 512 characters."
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

variable "recovery_window_days" {
  description = "Days during which a deleted secret can be brought back, 7 to 30; 0 deletes at once, for environments that come and go."
  type        = number
  nullable    = false

  validation {
    condition     = var.recovery_window_days == 0 || (var.recovery_window_days >= 7 && var.recovery_window_days <= 30)
    error_message = "recovery_window_days must be 0 or from 7 to 30."
  }
}

variable "rotation" {
  description = "How often the value must change, and the Lambda function that changes it; without a function the secret is only tagged so that people can be reminded. Null for a value that never changes. The role of the function must have the path /<environment>/."
  type = object({
    days         = number
    function_arn = string
  })
  nullable = true

  validation {
    condition     = var.rotation == null ? true : var.rotation.days >= 1 && var.rotation.days <= 1000
    error_message = "rotation.days must be from 1 to 1000."
  }

  validation {
    condition     = try(var.rotation.function_arn, null) == null ? true : can(regex("^arn:[a-z-]+:lambda:[a-z0-9-]+:[0-9]{12}:function:", var.rotation.function_arn))
    error_message = "rotation.function_arn must be the ARN of a Lambda function."
  }
}
