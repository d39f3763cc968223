mock_provider "aws" {
  override_during = plan

  mock_resource "aws_lb" {
    defaults = {
      arn = "arn:aws:elasticloadbalancing:af-south-1:444455556666:loadbalancer/app/production/50dc6c495c0c9188"
    }
  }

  mock_resource "aws_wafv2_web_acl" {
    defaults = {
      arn = "arn:aws:wafv2:af-south-1:444455556666:regional/webacl/production/3f2504e0-4f89-11d3-9a0c-0305e82c3301"
    }
  }

  mock_resource "aws_cloudwatch_log_group" {
    defaults = {
      arn = "arn:aws:logs:af-south-1:444455556666:log-group:aws-waf-logs-production"
    }
  }

  mock_resource "aws_acm_certificate" {
    defaults = {
      arn = "arn:aws:acm:af-south-1:444455556666:certificate/3f2504e0-4f89-11d3-9a0c-0305e82c3301"
      domain_validation_options = [
        { domain_name = "api.cashtrace.ng", resource_record_name = "_a.api.cashtrace.ng", resource_record_type = "CNAME", resource_record_value = "_x.acm-validations.aws" },
        { domain_name = "hooks.cashtrace.ng", resource_record_name = "_b.hooks.cashtrace.ng", resource_record_type = "CNAME", resource_record_value = "_y.acm-validations.aws" },
      ]
    }
  }

  mock_resource "aws_acm_certificate_validation" {
    defaults = {
      certificate_arn = "arn:aws:acm:af-south-1:444455556666:certificate/3f2504e0-4f89-11d3-9a0c-0305e82c3301"
    }
  }

  mock_resource "aws_security_group" {
    defaults = {
      id = "sg-0a1b2c3d4e5f60718"
    }
  }
}

variables {
  deletion_protection    = true
  domain                 = "cashtrace.ng"
  hosts                  = ["api.cashtrace.ng", "hooks.cashtrace.ng"]
  kms_key_arn            = "arn:aws:kms:af-south-1:444455556666:key/3f2504e0-4f89-11d3-9a0c-0305e82c3301"
  log_bucket             = "production-load-balancer-logs-444455556666"
  name                   = "production"
  nat_public_ips         = { af-south-1a = "203.0.113.10", af-south-1b = "203.0.113.11" }
  subnet_ids             = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
  vpc_cidr               = "10.40.0.0/16"
  vpc_id                 = "vpc-0a1b2c3d4e5f60718"
  waf_log_retention_days = 365
  waf_rate_limit         = 10000
  zone_id                = "Z0123456789ABC"
}

run "answers_over_modern_tls_behind_a_firewall_on_public_ports_only" {
  command = plan

  assert {
    condition     = alltrue([for listener in aws_lb_listener.https : listener.protocol == "HTTPS" && listener.ssl_policy == "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"])
    error_message = "both HTTPS listeners must speak TLS 1.2 or newer"
  }

  assert {
    condition     = alltrue([for listener in aws_lb_listener.https : listener.certificate_arn == aws_acm_certificate_validation.this.certificate_arn])
    error_message = "a listener must wait for the certificate to be issued"
  }

  assert {
    condition     = join(",", [for listener in aws_lb_listener.https : listener.port]) == "443,8443"
    error_message = "users must be served at 443 and tests at 8443"
  }

  assert {
    condition     = alltrue([for listener in aws_lb_listener.https : listener.routing_http_response_strict_transport_security_header_value == "max-age=31536000" && !listener.routing_http_response_server_enabled])
    error_message = "answers must bind browsers to HTTPS and not name the server"
  }

  assert {
    condition     = aws_lb_listener.http.port == 80 && aws_lb_listener.http.default_action[0].redirect[0].status_code == "HTTP_301" && aws_lb_listener.http.default_action[0].redirect[0].protocol == "HTTPS"
    error_message = "HTTP must be redirected for good"
  }

  assert {
    condition     = alltrue([for listener in aws_lb_listener.https : listener.default_action[0].fixed_response[0].status_code == "404"])
    error_message = "a host without a service must not be found"
  }

  assert {
    condition     = aws_lb.this.drop_invalid_header_fields && aws_lb.this.desync_mitigation_mode == "defensive" && !aws_lb.this.enable_waf_fail_open
    error_message = "malformed requests must not pass, and none when the firewall is out of reach"
  }

  assert {
    condition     = aws_lb.this.enable_deletion_protection
    error_message = "deletion protection must be as asked"
  }

  assert {
    condition     = alltrue([for logs in [aws_lb.this.access_logs[0], aws_lb.this.connection_logs[0]] : logs.enabled && logs.bucket == "production-load-balancer-logs-444455556666"])
    error_message = "access and connections must be recorded"
  }

  assert {
    condition     = aws_acm_certificate.this.domain_name == "api.cashtrace.ng" && join(",", aws_acm_certificate.this.subject_alternative_names) == "hooks.cashtrace.ng" && aws_acm_certificate.this.validation_method == "DNS"
    error_message = "the certificate must hold each host and be proved by DNS"
  }

  assert {
    condition     = aws_route53_record.validation["hooks.cashtrace.ng"].name == "_b.hooks.cashtrace.ng" && one(aws_route53_record.validation["hooks.cashtrace.ng"].records) == "_y.acm-validations.aws"
    error_message = "each host must be proved by its own record"
  }

  assert {
    condition     = join(",", keys(aws_route53_record.host)) == "api.cashtrace.ng,hooks.cashtrace.ng" && alltrue([for record in aws_route53_record.host : record.zone_id == "Z0123456789ABC" && record.type == "A"])
    error_message = "each host must lead to the load balancer"
  }

  assert {
    condition     = join(",", [for rule in aws_vpc_security_group_ingress_rule.public : rule.from_port if rule.from_port == rule.to_port]) == "80,443"
    error_message = "the internet must reach ports 80 and 443 only"
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.test_network.cidr_ipv4 == "10.40.0.0/16" && aws_vpc_security_group_ingress_rule.test_network.from_port == 8443
    error_message = "the test listener must admit the network"
  }

  assert {
    condition     = join(",", [for rule in aws_vpc_security_group_ingress_rule.test_nat : "${rule.cidr_ipv4}:${rule.from_port}"]) == "203.0.113.10/32:8443,203.0.113.11/32:8443"
    error_message = "the test listener must admit the network's own NAT gateways"
  }

  assert {
    condition     = aws_vpc_security_group_egress_rule.targets.cidr_ipv4 == "10.40.0.0/16"
    error_message = "the load balancer must not call out of the network"
  }

  assert {
    condition     = aws_wafv2_web_acl.this.scope == "REGIONAL" && aws_wafv2_web_acl_association.this.resource_arn == aws_lb.this.arn && aws_wafv2_web_acl_association.this.web_acl_arn == aws_wafv2_web_acl.this.arn
    error_message = "the firewall must stand in front of the load balancer"
  }

  assert {
    condition = join(",", sort([for rule in aws_wafv2_web_acl.this.rule : rule.name])) == join(",", [
      "AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet",
      "AWSManagedRulesSQLiRuleSet", "rate-limit",
    ])
    error_message = "the firewall must hold the managed groups and the rate limit"
  }

  assert {
    condition     = alltrue([for rule in aws_wafv2_web_acl.this.rule : length(rule.override_action[0].none) == 1 if rule.name != "rate-limit"])
    error_message = "the managed groups must block, not count"
  }

  assert {
    condition     = one([for rule in aws_wafv2_web_acl.this.rule : rule.statement[0].rate_based_statement[0].limit if rule.name == "rate-limit"]) == 10000
    error_message = "the rate limit must be as asked"
  }

  assert {
    condition     = aws_cloudwatch_log_group.firewall.name == "aws-waf-logs-production" && aws_cloudwatch_log_group.firewall.kms_key_id == var.kms_key_arn && aws_cloudwatch_log_group.firewall.retention_in_days == 365
    error_message = "the firewall's log must be encrypted, kept as asked and named as AWS WAF wants"
  }

  assert {
    condition     = join(",", sort([for field in aws_wafv2_web_acl_logging_configuration.this.redacted_fields : field.single_header[0].name])) == "authorization,cookie"
    error_message = "credentials must not get into the firewall's log"
  }
}

run "rejects_values_outside_their_sets" {
  command = plan

  variables {
    hosts                  = ["*.cashtrace.ng"]
    kms_key_arn            = "alias/production-logs"
    log_bucket             = "No Bucket"
    name                   = "internal-production"
    nat_public_ips         = { af-south-1a = "10.40.0.0/16" }
    subnet_ids             = ["subnet-0a1b2c3d4e5f60718"]
    vpc_cidr               = "fd00::/64"
    vpc_id                 = "production"
    waf_log_retention_days = 366
    waf_rate_limit         = 9
    zone_id                = "cashtrace.ng"
  }

  expect_failures = [
    var.hosts, var.kms_key_arn, var.log_bucket, var.name, var.nat_public_ips, var.subnet_ids, var.vpc_cidr,
    var.vpc_id, var.waf_log_retention_days, var.waf_rate_limit, var.zone_id,
  ]
}

run "rejects_a_domain_with_a_final_dot_and_a_name_that_aws_finds_too_long" {
  command = plan

  variables {
    domain = "cashtrace.ng."
    name   = "a-name-of-more-than-32-characters"
  }

  expect_failures = [var.domain, var.name]
}

# The name fails along in the runs below because the firewall is then not planned, which takes seconds.
run "rejects_a_host_outside_the_domain" {
  command = plan

  variables {
    hosts = ["api.example.com"]
    name  = "production-"
  }

  expect_failures = [var.hosts, var.name]
}

run "rejects_a_first_host_longer_than_a_common_name" {
  command = plan

  variables {
    hosts = ["a123456789a123456789a123456789a123456789a123456789a12.cashtrace.ng"]
    name  = "production-"
  }

  expect_failures = [var.hosts, var.name]
}

run "rejects_hosts_that_are_not_sorted" {
  command = plan

  variables {
    hosts = ["hooks.cashtrace.ng", "api.cashtrace.ng"]
    name  = "production-"
  }

  expect_failures = [var.hosts, var.name]
}
