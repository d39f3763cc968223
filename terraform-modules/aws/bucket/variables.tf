variable "account_id" {
  description = "AWS account that owns the bucket; logs are admitted of its load balancers only."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be 12 digits."
  }
}

variable "data_classes" {
  description = "Classes of the data in the bucket: public, operational, personal, sensitive, financial, payment, subscriber, sovereign. The bucket is tagged data-class with them."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.data_classes) > 0 && alltrue([for class in var.data_classes : contains(["public", "operational", "personal", "sensitive", "financial", "payment", "subscriber", "sovereign"], class)])
    error_message = "data_classes must name at least one of public, operational, personal, sensitive, financial, payment, subscriber, sovereign."
  }
}

variable "delivered_by" {
  description = "The AWS log delivery that may write to the bucket: load-balancer; null for a bucket of the application."
  type        = string
  nullable    = true

  validation {
    condition     = var.delivered_by == null ? true : contains(["load-balancer"], var.delivered_by)
    error_message = "delivered_by must be load-balancer or null."
  }
}

variable "encryption" {
  description = "Key that encrypts the objects. kms_key_arn null means SSE-S3, which is allowed for logs of a load balancer only: it can't write with a customer's key."
  type = object({
    kms_key_arn = string
  })
  nullable = false

  validation {
    condition     = var.encryption.kms_key_arn == null ? true : can(regex("^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/", var.encryption.kms_key_arn))
    error_message = "encryption.kms_key_arn must be the ARN of a KMS key or null."
  }

  validation {
    condition     = (var.encryption.kms_key_arn == null) == (var.delivered_by != null)
    error_message = "encryption.kms_key_arn must be given, unless delivered_by is load-balancer: then it must be null, for load balancers can't write with a customer's key."
  }
}

variable "name" {
  description = "Name of the bucket, 3 to 63 characters."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9.-]*[a-z0-9])$", var.name)) && length(var.name) >= 3 && length(var.name) <= 63
    error_message = "name must be lower-case letters, digits, dots and dashes, begin and end with a letter or digit, and have 3 to 63 characters."
  }

  validation {
    condition     = !can(regex("\\.\\.|^[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+$|^xn--|^sthree-|^amzn-s3-demo-|-s3alias$|--ol-s3$|\\.mrap$|--x-s3$", var.name))
    error_message = "name must not look like an IP address, hold two dots in a row, or have a beginning or end that S3 keeps for itself (xn--, sthree-, amzn-s3-demo-, -s3alias, --ol-s3, .mrap, --x-s3)."
  }
}

variable "old_version_days" {
  description = "Days a version is kept after it was overwritten or deleted."
  type        = number
  nullable    = false

  validation {
    condition     = var.old_version_days >= 1 && floor(var.old_version_days) == var.old_version_days
    error_message = "old_version_days must be a whole number of at least 1."
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

variable "retention_days" {
  description = "Days after which an object expires; what expires becomes an old version."
  type        = number
  nullable    = false

  validation {
    condition     = var.retention_days >= 1 && floor(var.retention_days) == var.retention_days
    error_message = "retention_days must be a whole number of at least 1."
  }
}
