variable "values" {
  description = "Values by full parameter name, such as /production/databases/main/address. They are plain text: no secret belongs here."
  type        = map(string)
  nullable    = false

  validation {
    condition     = alltrue([for name in keys(var.values) : can(regex("^(/[A-Za-z0-9_.-]+){1,15}$", name)) && length(name) <= 1011])
    error_message = "values must be named by a path of 1 to 15 levels of letters, digits, . _ and -, such as /production/services/api/url, with at most 1011 characters."
  }

  validation {
    condition     = alltrue([for name in keys(var.values) : !can(regex("^/(?i:aws|ssm)", name))])
    error_message = "values must not be named /aws… or /ssm…: AWS keeps those for itself."
  }

  validation {
    condition     = alltrue([for value in values(var.values) : length(value) >= 1 && length(value) <= 4096])
    error_message = "values must have 1 to 4096 characters each, what a standard parameter holds."
  }

  validation {
    condition     = alltrue([for value in values(var.values) : !strcontains(value, "{{")])
    error_message = "values must not hold {{: Systems Manager reads it as a reference to another parameter and refuses it."
  }
}
