terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_api_gateway_rest_api" "a" {
  name = "a"
}
