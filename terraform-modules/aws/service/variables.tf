variable "account_id" {
  description = "Account that runs the service; pins the trust of its roles to this account."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be 12 digits."
  }
}

variable "buckets" {
  description = "Buckets that the application reads and writes, by reference, each with its KMS key."
  type = map(object({
    arn         = string
    kms_key_arn = string
  }))
  nullable = false

  validation {
    condition     = alltrue([for bucket in var.buckets : can(regex("^arn:[a-z-]+:s3:::", bucket.arn)) && can(regex("^arn:[a-z-]+:kms:", bucket.kms_key_arn))])
    error_message = "buckets must hold the ARN of an S3 bucket and of its KMS key."
  }
}

variable "capacity" {
  description = "Capacity on which the tasks run: on-demand or spot."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["on-demand", "spot"], var.capacity)
    error_message = "capacity must be one of: on-demand, spot."
  }
}

variable "cluster_arn" {
  description = "ECS cluster, by ARN."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:[a-z-]+:ecs:", var.cluster_arn))
    error_message = "cluster_arn must be the ARN of an ECS cluster."
  }
}

variable "cluster_name" {
  description = "ECS cluster, by name; autoscaling and CodeDeploy know it by this."
  type        = string
  nullable    = false
}

variable "command" {
  description = "Command that replaces the image's own; empty keeps it."
  type        = list(string)
  nullable    = false
}

variable "connections" {
  description = "Databases, caches and services that the service may reach, by reference."
  type = map(object({
    port              = number
    security_group_id = string
  }))
  nullable = false

  validation {
    condition     = alltrue([for connection in var.connections : connection.port >= 1 && connection.port <= 65535])
    error_message = "connections must have ports from 1 to 65535."
  }
}

variable "cpu" {
  description = "CPU units of a task; 1024 are one vCPU."
  type        = number
  nullable    = false

  validation {
    condition     = contains([256, 512, 1024, 2048, 4096, 8192, 16384], var.cpu)
    error_message = "cpu must be one of the sizes of Fargate: 256, 512, 1024, 2048, 4096, 8192, 16384."
  }
}

variable "data_classes" {
  description = "Classes of data that pass through the service; they become its data-class tag."
  type        = list(string)
  nullable    = false

  validation {
    condition = length(var.data_classes) > 0 && length(setsubtract(var.data_classes, [
      "public", "operational", "personal", "sensitive", "financial", "payment", "subscriber", "sovereign",
    ])) == 0
    error_message = "data_classes must name at least one of: public, operational, personal, sensitive, financial, payment, subscriber, sovereign."
  }
}

variable "discovery_name" {
  description = "Host name under which other services of the environment reach this one."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.discovery_name)) && length(var.discovery_name) <= 64
    error_message = "discovery_name must be lower-case words joined by hyphens and hold at most 64 characters, the limit of a port's name in ECS."
  }
}

variable "environment" {
  description = "Name of the environment; the path of the roles and the head of the log group."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.environment))
    error_message = "environment must be lower-case words joined by hyphens."
  }
}

variable "environment_variables" {
  description = "Variables that the containers get in clear."
  type        = map(string)
  nullable    = false
}

variable "health" {
  description = "Health checks, times in seconds; command is run in the container, empty asks the port with wget. Null for a scheduled task."
  type = object({
    command   = list(string)
    grace     = number
    healthy   = number
    interval  = number
    path      = string
    timeout   = number
    unhealthy = number
  })
  nullable = true

  validation {
    condition     = (var.health == null) == (var.schedule != null)
    error_message = "health must be given for a service and be null for a scheduled task."
  }
  validation {
    condition = var.health == null ? true : (
      var.health.interval >= 5 && var.health.interval <= 300 &&
      var.health.timeout >= 2 && var.health.timeout <= 60 && var.health.timeout < var.health.interval &&
      var.health.grace >= 0 && var.health.grace <= 300
    )
    error_message = "health.interval must be from 5 to 300 seconds, health.timeout from 2 to 60 and shorter, health.grace from 0 to 300, the limits of ECS."
  }
  validation {
    condition     = var.health == null ? true : alltrue([for count in [var.health.healthy, var.health.unhealthy] : count >= 2 && count <= 10])
    error_message = "health.healthy and health.unhealthy must be from 2 to 10, the limits of a target group."
  }
  validation {
    condition     = var.health == null ? true : startswith(var.health.path, "/")
    error_message = "health.path must start with a slash."
  }
  validation {
    condition     = var.health == null ? true : length(var.health.command) > 0 || var.listen != null
    error_message = "health.command must be given for a service that listens on no port."
  }
}

variable "image" {
  description = "Image of the first deployment, with registry and tag."
  type        = string
  nullable    = false
}

variable "kms_key_arns" {
  description = "KMS keys of the secrets."
  type        = list(string)
  nullable    = false

  validation {
    condition     = (length(var.kms_key_arns) > 0) == (length(var.secret_arns) > 0) && alltrue([for arn in var.kms_key_arns : can(regex("^arn:[a-z-]+:kms:", arn))])
    error_message = "kms_key_arns must hold the ARNs of the KMS keys of secret_arns, and be empty without any."
  }
}

variable "listen" {
  description = "Port on which the service listens, and the load balancer in front of it if it is public; null for a service that only works."
  type = object({
    port = number
    load_balancer = optional(object({
      arn_suffix        = string
      host              = string
      listener_arn      = string
      priority          = number
      security_group_id = string
      test_listener_arn = string
    }))
  })
  nullable = true

  validation {
    condition     = var.listen == null || var.schedule == null
    error_message = "listen must be null for a scheduled task."
  }
  validation {
    condition     = var.listen == null ? true : var.listen.port >= 1 && var.listen.port <= 65535
    error_message = "listen.port must be from 1 to 65535."
  }
  validation {
    condition = (var.listen == null ? true : var.listen.load_balancer == null) ? true : (
      var.listen.load_balancer.priority >= 1 && var.listen.load_balancer.priority <= 50000 &&
      can(regex("^[a-z0-9-]+(\\.[a-z0-9-]+)+$", var.listen.load_balancer.host))
    )
    error_message = "listen.load_balancer must have a lower-case host name and a priority from 1 to 50000, the limits of a listener."
  }
}

variable "log_retention_days" {
  description = "Days that the log of the containers is kept."
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
  description = "KMS key of the log group."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:[a-z-]+:kms:", var.logs_kms_key_arn))
    error_message = "logs_kms_key_arn must be the ARN of a KMS key."
  }
}

variable "memory" {
  description = "Memory of a task in MiB; Fargate allows certain sizes with each size of CPU."
  type        = number
  nullable    = false

  validation {
    condition = contains(lookup({
      "256"   = [512, 1024, 2048]
      "512"   = range(1024, 4097, 1024)
      "1024"  = range(2048, 8193, 1024)
      "2048"  = range(4096, 16385, 1024)
      "4096"  = range(8192, 30721, 1024)
      "8192"  = range(16384, 61441, 4096)
      "16384" = range(32768, 122881, 8192)
    }, tostring(var.cpu), [var.memory]), var.memory)
    error_message = "memory must be a size that Fargate allows with this cpu: 512, 1024 or 2048 with 256, then from 2 to 8 times the CPU units (1 to 4 GiB with 512) in steps of 1024, 4096 with 8192 and 8192 with 16384, at most 30720 with 4096, 61440 with 8192 and 122880 with 16384."
  }
}

variable "name" {
  description = "Name of the service and prefix of everything that belongs to it."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9](-?[A-Za-z0-9])*$", var.name))
    error_message = "name must be letters, digits and single hyphens."
  }
  validation {
    condition     = length(var.name) <= 54
    error_message = "name must hold at most 54 characters: names of IAM roles end at 64 and '-execution' takes ten."
  }
  validation {
    condition     = (var.listen == null ? true : var.listen.load_balancer == null) || length(var.name) <= 32
    error_message = "name must hold at most 32 characters behind a load balancer, the limit of a target group."
  }
  validation {
    condition     = (var.rollout == null ? true : var.rollout.strategy == "rolling") || length(var.name) <= 26
    error_message = "name must hold at most 26 characters for blue-green and canary: names of target groups end at 32 and '-green' takes six."
  }
}

variable "namespace_arn" {
  description = "Service Connect namespace of the environment."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:[a-z-]+:servicediscovery:", var.namespace_arn))
    error_message = "namespace_arn must be the ARN of a Cloud Map namespace."
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
  description = "Region of the service."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]+$", var.region))
    error_message = "region must be an AWS region such as af-south-1."
  }
}

variable "repository" {
  description = "ECR repository of the image in this account and region; the only one from which the service can pull."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9]+([._/-][a-z0-9]+)*$", var.repository))
    error_message = "repository must be the name of an ECR repository such as cashtrace/api."
  }
}

variable "rollout" {
  description = "How a new version takes over: rolling, blue-green (wait_minutes: how long the old tasks are kept) or canary (step_percent of the traffic for wait_minutes). Null for a scheduled task."
  type = object({
    step_percent = number
    strategy     = string
    wait_minutes = number
  })
  nullable = true

  validation {
    condition     = (var.rollout == null) == (var.schedule != null)
    error_message = "rollout must be given for a service and be null for a scheduled task."
  }
  validation {
    condition     = var.rollout == null ? true : contains(["rolling", "blue-green", "canary"], var.rollout.strategy)
    error_message = "rollout.strategy must be one of: rolling, blue-green, canary."
  }
  validation {
    condition     = (var.rollout == null ? true : var.rollout.strategy == "rolling") || (var.listen == null ? false : var.listen.load_balancer != null)
    error_message = "rollout.strategy must be rolling for a service without a load balancer: CodeDeploy shifts traffic there."
  }
  validation {
    condition = (var.rollout == null ? true : var.rollout.strategy == "rolling") ? true : (
      var.rollout.wait_minutes >= 1 && var.rollout.wait_minutes <= 2880 &&
      (var.rollout.strategy == "blue-green" || var.rollout.step_percent >= 1 && var.rollout.step_percent <= 99)
    )
    error_message = "rollout.wait_minutes must be from 1 to 2880, two days, the limit of CodeDeploy, and rollout.step_percent of a canary from 1 to 99."
  }
}

variable "scaling" {
  description = "Fewest and most tasks, and the average percentage of CPU and memory that autoscaling aims at. Null for a scheduled task."
  type = object({
    cpu    = number
    max    = number
    memory = number
    min    = number
  })
  nullable = true

  validation {
    condition     = (var.scaling == null) == (var.schedule != null)
    error_message = "scaling must be given for a service and be null for a scheduled task."
  }
  validation {
    condition     = var.scaling == null ? true : var.scaling.min >= 0 && var.scaling.max >= 1 && var.scaling.min <= var.scaling.max
    error_message = "scaling.max must be at least 1 and at least scaling.min, which must not be negative."
  }
  validation {
    condition     = var.scaling == null ? true : alltrue([for percent in [var.scaling.cpu, var.scaling.memory] : percent >= 1 && percent <= 100])
    error_message = "scaling.cpu and scaling.memory must be percentages from 1 to 100."
  }
}

variable "schedule" {
  description = "Schedule (UTC) that starts one task each time, cron(...) or rate(...); null for a service that runs always."
  type        = string
  nullable    = true

  validation {
    condition     = var.schedule == null ? true : can(regex("^(cron|rate)\\(.+\\)$", var.schedule))
    error_message = "schedule must be an expression of EventBridge: cron(...) or rate(...)."
  }
}

variable "secret_arns" {
  description = "Secrets that ECS may read for the containers."
  type        = list(string)
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.secret_arns : can(regex("^arn:[a-z-]+:secretsmanager:", arn))])
    error_message = "secret_arns must hold ARNs of Secrets Manager."
  }
}

variable "secrets" {
  description = "Variables that ECS fills from secrets: name to the ARN of a secret, with the key of a JSON value where it has any."
  type        = map(string)
  nullable    = false

  validation {
    condition     = length(setintersection(keys(var.secrets), keys(var.environment_variables))) == 0
    error_message = "secrets must not name a variable that environment_variables sets."
  }
}

variable "subnet_ids" {
  description = "Subnets of the tasks."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) > 0
    error_message = "subnet_ids must name at least one subnet."
  }
}

variable "vpc_id" {
  description = "VPC of the service."
  type        = string
  nullable    = false
}
