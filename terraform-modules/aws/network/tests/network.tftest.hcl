mock_provider "aws" {}

variables {
  account_id              = "444455556666"
  cidr                    = "10.40.0.0/16"
  egress                  = "per-zone"
  flow_log_retention_days = 365
  interface_endpoints     = ["ecr.api", "logs"]
  kms_key_arn             = "arn:aws:kms:af-south-1:444455556666:key/3f2504e0-4f89-11d3-9a0c-0305e82c3301"
  name                    = "production"
  partition               = "aws"
  region                  = "af-south-1"
  zones                   = ["af-south-1a", "af-south-1b", "af-south-1c"]
}

run "keeps_the_network_closed_and_recorded" {
  command = plan

  assert {
    condition     = length(aws_default_security_group.this.ingress) == 0 && length(aws_default_security_group.this.egress) == 0
    error_message = "the default security group must have no rules"
  }

  assert {
    condition     = alltrue([for subnet in concat(values(aws_subnet.public), values(aws_subnet.private), values(aws_subnet.data)) : !subnet.map_public_ip_on_launch])
    error_message = "no subnet may hand out public addresses"
  }

  assert {
    condition     = aws_flow_log.this.traffic_type == "ALL" && aws_flow_log.this.log_destination_type == "cloud-watch-logs"
    error_message = "all traffic must be recorded in CloudWatch Logs"
  }

  assert {
    condition     = aws_cloudwatch_log_group.flow_logs.kms_key_id == var.kms_key_arn && aws_cloudwatch_log_group.flow_logs.retention_in_days == 365
    error_message = "flow logs must be encrypted with the given key and kept as long as asked"
  }

  assert {
    condition     = jsondecode(aws_iam_role.flow_logs.assume_role_policy).Statement[0].Condition.StringEquals["aws:SourceAccount"] == "444455556666"
    error_message = "only flow logs of this account may assume the role"
  }

  assert {
    condition     = aws_iam_role.flow_logs.path == "/"
    error_message = "the role must stay out of the environment's path, whose roles read secrets"
  }

  assert {
    condition     = jsondecode(aws_vpc_endpoint.s3.policy).Statement[0].Condition.StringEquals["aws:ResourceAccount"] == "444455556666" && length(jsondecode(aws_vpc_endpoint.s3.policy).Statement) == 2
    error_message = "the S3 endpoint must lead to buckets of this account and to image layers only"
  }

  assert {
    condition     = join(",", keys(aws_vpc_endpoint.interface)) == "ecr.api,logs" && alltrue([for endpoint in aws_vpc_endpoint.interface : endpoint.private_dns_enabled])
    error_message = "each named service must have an endpoint under its usual host name"
  }

  assert {
    condition     = alltrue([for endpoint in aws_vpc_endpoint.interface : jsondecode(endpoint.policy).Statement[0].Condition.StringEquals["aws:PrincipalAccount"] == "444455556666"])
    error_message = "interface endpoints must answer principals of this account only"
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.endpoints_https.cidr_ipv4 == "10.40.0.0/16" && aws_vpc_security_group_ingress_rule.endpoints_https.from_port == 443 && aws_vpc_security_group_ingress_rule.endpoints_https.to_port == 443
    error_message = "the endpoints must admit HTTPS from the network only"
  }

  assert {
    condition     = join(",", keys(aws_nat_gateway.this)) == "af-south-1a,af-south-1b,af-south-1c" && alltrue([for zone, gateway in local.nat_zone : zone == gateway])
    error_message = "per-zone egress must use a NAT gateway in each zone"
  }

  assert {
    condition     = aws_subnet.private["af-south-1c"].cidr_block == "10.40.64.0/19" && aws_subnet.public["af-south-1a"].cidr_block == "10.40.192.0/22" && aws_subnet.data["af-south-1b"].cidr_block == "10.40.228.0/22"
    error_message = "the ranges of the subnets must not move: AWS would replace them"
  }
}

run "fits_six_zones_into_the_smallest_range_behind_one_nat_gateway" {
  command = plan

  variables {
    cidr   = "172.20.16.0/20"
    egress = "single"
    zones  = ["af-south-1a", "af-south-1b", "af-south-1c", "af-south-1d", "af-south-1e", "af-south-1f"]
  }

  assert {
    condition     = join(",", keys(aws_nat_gateway.this)) == "af-south-1a" && alltrue([for gateway in values(local.nat_zone) : gateway == "af-south-1a"])
    error_message = "single egress must use the NAT gateway of the first zone"
  }

  assert {
    condition = length(distinct(flatten([
      for cidr in concat(values(local.private_cidrs), values(local.public_cidrs), values(local.data_cidrs)) :
      [for part in range(pow(2, 26 - tonumber(split("/", cidr)[1]))) : cidrsubnet(cidr, 26 - tonumber(split("/", cidr)[1]), part)]
    ]))) == 6 * 8 + 6 + 6
    error_message = "no two subnets may overlap"
  }

  assert {
    condition     = aws_subnet.data["af-south-1f"].cidr_block == "172.20.31.64/26"
    error_message = "the last subnet must lie inside the range"
  }
}

run "rejects_values_outside_their_sets" {
  command = plan

  variables {
    account_id              = "4444"
    cidr                    = "10.40.0.1/16"
    egress                  = "none"
    flow_log_retention_days = 366
    interface_endpoints     = ["com/ecr"]
    kms_key_arn             = "alias/production-logs"
    name                    = "a-name-of-more-than-32-characters"
    partition               = "aws-eu"
    zones                   = ["af-south-1a"]
  }

  expect_failures = [
    var.account_id, var.cidr, var.egress, var.flow_log_retention_days, var.interface_endpoints,
    var.kms_key_arn, var.name, var.partition, var.zones,
  ]
}

run "rejects_a_public_range_a_gateway_service_and_an_unknown_region" {
  command = plan

  variables {
    cidr                = "8.8.0.0/16"
    interface_endpoints = ["s3"]
    region              = "cape-town"
  }

  expect_failures = [var.cidr, var.interface_endpoints, var.region]
}

run "rejects_a_range_that_is_too_small_and_a_zone_named_twice" {
  command = plan

  variables {
    cidr  = "10.40.0.0/21"
    zones = ["af-south-1a", "af-south-1a"]
  }

  expect_failures = [var.cidr, var.zones]
}

run "rejects_a_zone_of_another_region" {
  command = plan

  variables {
    zones = ["af-south-1a", "eu-west-1b"]
  }

  expect_failures = [var.zones]
}
