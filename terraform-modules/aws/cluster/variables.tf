variable "kms_key_arn" {
  description = "Key that encrypts ECS Exec sessions and the cluster's logs. Its policy must admit CloudWatch Logs and sessions."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}

variable "log_retention_days" {
  description = "Days the records of ECS Exec sessions and Container Insights are kept."
  type        = number
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days must be one that CloudWatch Logs knows: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653."
  }
}

variable "name" {
  description = "Name of the cluster, at most 255 characters."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z][A-Za-z0-9_-]*$", var.name)) && length(var.name) <= 255
    error_message = "name must be letters, digits, _ and -, start with a letter, and have at most 255 characters."
  }
}

variable "namespace" {
  description = "Name of the Service Connect namespace in which services find each other, at most 1024 characters."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9._-]*$", var.namespace)) && length(var.namespace) <= 1024
    error_message = "namespace must be letters, digits, . _ and -, start with a letter or digit, and have at most 1024 characters."
  }
}
