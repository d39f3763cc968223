# What a state can hold: each kind of address, and sensitive values of each kind of place.

terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {
  region                      = "af-south-1"
  skip_credentials_validation = true
}

variable "token" {
  type      = string
  sensitive = true
}

locals {
  keys = { plain = "plain", "Ọlá é/1" = "spaced", "q\"uo\\te $${x} %%{y}\n" = "escaped" }
}

# sensitive by its schema
resource "aws_ssm_parameter" "each" {
  for_each = local.keys
  name     = "/preview/${each.value}"
  type     = "SecureString"
  value    = "tok-schema-${each.value}"
}

# computed, and sensitive by its schema: no plan knows it
resource "aws_iam_user" "this" {
  count = 2
  name  = "somebody-${count.index}"
}

resource "aws_iam_access_key" "this" {
  user = aws_iam_user.this[1].name
}

# sensitive by its schema, in a block within a block
resource "aws_cloudwatch_event_connection" "this" {
  name               = "preview"
  authorization_type = "API_KEY"

  auth_parameters {
    api_key {
      key   = "x-api-key"
      value = "tok-in-a-block"
    }
  }
}

# sensitive by the configuration: in a set, in a map, and within a text
resource "aws_vpc" "this" {
  cidr_block = "10.0.0.0/16"
  tags       = { Name = "preview", Token = var.token }
}

resource "aws_security_group" "this" {
  name   = "preview"
  vpc_id = aws_vpc.this.id

  ingress {
    description = "for ${var.token}"
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }

  ingress {
    description = "for all"
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }
}

module "things" {
  source   = "./things"
  for_each = toset(["a", "b"])
  name     = "preview-${each.key}"
}

output "count" {
  value = { users = [for user in aws_iam_user.this : user.name], half = 0.5, none = null }
}

output "key" {
  value     = aws_iam_access_key.this.secret
  sensitive = true
}
