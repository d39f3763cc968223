variable "account_id" {
  description = "Account that holds the database; pins the trust of the monitoring role to this account."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be 12 digits."
  }
}

variable "backup_retention_days" {
  description = "Days that automated backups and point-in-time recovery reach back."
  type        = number
  nullable    = false

  validation {
    condition     = var.backup_retention_days >= 1 && var.backup_retention_days <= 35 && floor(var.backup_retention_days) == var.backup_retention_days
    error_message = "backup_retention_days must be a whole number from 1 to 35, the limit of RDS."
  }
}

variable "data_classes" {
  description = "Classes of data that the database holds; they become its data-class tag."
  type        = list(string)
  nullable    = false

  validation {
    condition = length(var.data_classes) > 0 && length(setsubtract(var.data_classes, [
      "public", "operational", "personal", "sensitive", "financial", "payment", "subscriber", "sovereign",
    ])) == 0
    error_message = "data_classes must name at least one of: public, operational, personal, sensitive, financial, payment, subscriber, sovereign."
  }
}

variable "database_name" {
  description = "Name of the PostgreSQL database that is created with the instance."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9_]{0,62}$", var.database_name))
    error_message = "database_name must start with a letter and hold at most 63 lower-case letters, digits and underscores, the limit of PostgreSQL."
  }
}

variable "deletion_protection" {
  description = "Whether RDS refuses to delete the primary."
  type        = bool
  nullable    = false
}

variable "engine_version" {
  description = "PostgreSQL version, a major (\"16\": RDS keeps the minor current) or a major and minor (\"16.4\")."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^1[3-8](\\.[0-9]{1,2})?$", var.engine_version))
    error_message = "engine_version must be a PostgreSQL version from 13 to 18, such as 16 or 16.4."
  }
}

variable "environment" {
  description = "Name of the environment; the path of the monitoring role."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.environment))
    error_message = "environment must be lower-case words joined by hyphens."
  }
}

variable "instance_class" {
  description = "RDS instance class of the primary and of every replica."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^db\\.[a-z0-9-]+\\.[a-z0-9]+$", var.instance_class))
    error_message = "instance_class must be an RDS class such as db.m7g.large."
  }
}

variable "kms_key_arn" {
  description = "KMS key of storage, snapshots and Performance Insights."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:[a-z-]+:kms:", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}

variable "log_retention_days" {
  description = "Days that the exported PostgreSQL and upgrade logs are kept."
  type        = number
  nullable    = false

  validation {
    condition = contains([
      1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
    ], var.log_retention_days)
    error_message = "log_retention_days must be one of the periods of CloudWatch Logs: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653."
  }
}

variable "logs_kms_key_arn" {
  description = "KMS key of the log groups."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:[a-z-]+:kms:", var.logs_kms_key_arn))
    error_message = "logs_kms_key_arn must be the ARN of a KMS key."
  }
}

variable "multi_az" {
  description = "Whether a standby in a second zone takes over when the primary fails."
  type        = bool
  nullable    = false
}

variable "name" {
  description = "Identifier of the primary and prefix of everything that belongs to it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z](-?[a-z0-9])*$", var.name)) && length(var.name) <= 53
    error_message = "name must be lower-case letters, digits and single hyphens, start with a letter and hold at most 53 characters: RDS identifiers end at 63 and a replica's adds ten."
  }
}

variable "partition" {
  description = "AWS partition of the account."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^aws(-[a-z]+)*$", var.partition))
    error_message = "partition must be an AWS partition such as aws."
  }
}

variable "region" {
  description = "Region of the database."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]+$", var.region))
    error_message = "region must be an AWS region such as af-south-1."
  }
}

variable "replicas" {
  description = "Number of read replicas; with any, the module owns the master password because RDS manages none on a source of replicas."
  type        = number
  nullable    = false

  validation {
    condition     = var.replicas >= 0 && var.replicas <= 5 && floor(var.replicas) == var.replicas
    error_message = "replicas must be a whole number from 0 to 5."
  }
}

variable "secrets_kms_key_arn" {
  description = "KMS key of the secret that holds the master password."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:[a-z-]+:kms:", var.secrets_kms_key_arn))
    error_message = "secrets_kms_key_arn must be the ARN of a KMS key."
  }
}

variable "storage_gib" {
  description = "Storage at creation, in GiB."
  type        = number
  nullable    = false

  validation {
    condition     = var.storage_gib >= 20 && var.storage_gib <= 65536 && floor(var.storage_gib) == var.storage_gib
    error_message = "storage_gib must be a whole number from 20 to 65536, the limits of gp3 storage."
  }
}

variable "storage_limit_gib" {
  description = "Ceiling in GiB up to which RDS grows the storage by itself; null keeps the size fixed."
  type        = number
  nullable    = true

  validation {
    condition = var.storage_limit_gib == null ? true : (
      var.storage_limit_gib >= var.storage_gib * 1.1 &&
      var.storage_limit_gib <= 65536 &&
      floor(var.storage_limit_gib) == var.storage_limit_gib
    )
    error_message = "storage_limit_gib must be a whole number, at least 10 % above storage_gib and at most 65536, the limits of RDS."
  }
}

variable "subnet_ids" {
  description = "Subnets of the database, in at least two zones."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "subnet_ids must name at least two subnets: RDS wants two zones."
  }
}

variable "username" {
  description = "Name of the master user."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9_]{0,62}$", var.username)) && !contains(["admin", "rdsadmin"], var.username)
    error_message = "username must start with a letter, hold at most 63 lower-case letters, digits and underscores, and be neither admin nor rdsadmin, which RDS reserves."
  }
}

variable "vpc_id" {
  description = "VPC of the database."
  type        = string
  nullable    = false
}
