variable "data_classes" {
  description = "Classes of data that the cache holds; they become its data-class tag."
  type        = list(string)
  nullable    = false

  validation {
    condition = length(var.data_classes) > 0 && length(setsubtract(var.data_classes, [
      "public", "operational", "personal", "sensitive", "financial", "payment", "subscriber", "sovereign",
    ])) == 0
    error_message = "data_classes must name at least one of: public, operational, personal, sensitive, financial, payment, subscriber, sovereign."
  }
}

variable "engine" {
  description = "Engine of the cache: redis or valkey."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["redis", "valkey"], var.engine)
    error_message = "engine must be one of: redis, valkey."
  }
}

variable "engine_version" {
  description = "Version of the engine, major and minor."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex(var.engine == "redis" ? "^7\\.[01]$" : "^(7\\.2|8\\.[0-9])$", var.engine_version))
    error_message = "engine_version must be 7.0 or 7.1 for redis, 7.2 or 8.x for valkey: older ones can't require TLS."
  }
}

variable "kms_key_arn" {
  description = "KMS key of the data at rest and of the snapshots."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:[a-z-]+:kms:", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}

variable "log_retention_days" {
  description = "Days that the slow log and the engine log are kept."
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

variable "name" {
  description = "Identifier of the replication group and prefix of everything that belongs to it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z](-?[a-z0-9])*$", var.name)) && length(var.name) <= 40
    error_message = "name must be lower-case letters, digits and single hyphens, start with a letter and hold at most 40 characters, the limit of a replication group."
  }
}

variable "node_type" {
  description = "ElastiCache node type of every node."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^cache\\.[a-z0-9-]+\\.[a-z0-9]+$", var.node_type))
    error_message = "node_type must be an ElastiCache node type such as cache.m7g.large."
  }
}

variable "replicas" {
  description = "Replicas of each shard."
  type        = number
  nullable    = false

  validation {
    condition     = var.replicas >= 0 && var.replicas <= 5 && floor(var.replicas) == var.replicas
    error_message = "replicas must be a whole number from 0 to 5, the limit of a shard."
  }
}

variable "shards" {
  description = "Shards over which the keys are spread."
  type        = number
  nullable    = false

  validation {
    condition     = var.shards >= 1 && floor(var.shards) == var.shards && var.shards * (1 + var.replicas) <= 500
    error_message = "shards must be a whole number from 1 on, and shards with their replicas at most 500 nodes, the limit of a cluster."
  }
}

variable "snapshot_retention_days" {
  description = "Days that the daily snapshots are kept; 0 takes none."
  type        = number
  nullable    = false

  validation {
    condition     = var.snapshot_retention_days >= 0 && var.snapshot_retention_days <= 35 && floor(var.snapshot_retention_days) == var.snapshot_retention_days
    error_message = "snapshot_retention_days must be a whole number from 0 to 35, the limit of ElastiCache."
  }
}

variable "subnet_ids" {
  description = "Subnets of the nodes, in at least two zones."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "subnet_ids must name at least two subnets: failover wants two zones."
  }
}

variable "vpc_id" {
  description = "VPC of the cache."
  type        = string
  nullable    = false
}
