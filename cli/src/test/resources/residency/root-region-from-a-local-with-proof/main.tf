terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

locals {
  regions = { home = "af-south-1", far = "eu-west-1" }
}
provider "aws" {
  region = local.regions.home
}
provider "aws" {
  alias  = "far"
  region = local.regions.far
}
data "aws_region" "home" {}
data "aws_region" "far" {
  provider = aws.far
}
resource "aws_sqs_queue" "home" {}
resource "aws_sqs_queue" "far" {
  provider = aws.far
}
