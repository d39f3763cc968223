# The service that each test begins with.
account_id            = "444455556666"
buckets               = {}
capacity              = "on-demand"
cluster_arn           = "arn:aws:ecs:af-south-1:444455556666:cluster/production"
cluster_name          = "production"
command               = []
connections           = {}
cpu                   = 512
data_classes          = ["personal", "financial"]
discovery_name        = "api"
environment           = "production"
environment_variables = { LOG_LEVEL = "info" }
image                 = "444455556666.dkr.ecr.af-south-1.amazonaws.com/cashtrace/api:1.4.2"
kms_key_arns          = []
log_retention_days    = 365
logs_kms_key_arn      = "arn:aws:kms:af-south-1:444455556666:key/logs"
memory                = 1024
name                  = "production-api"
namespace_arn         = "arn:aws:servicediscovery:af-south-1:444455556666:namespace/ns-1"
partition             = "aws"
region                = "af-south-1"
repository            = "cashtrace/api"
schedule              = null
secret_arns           = []
secrets               = {}
subnet_ids            = ["subnet-a", "subnet-b", "subnet-c"]
vpc_id                = "vpc-1"

health = {
  command   = []
  grace     = 30
  healthy   = 2
  interval  = 15
  path      = "/health"
  timeout   = 5
  unhealthy = 3
}
listen = {
  port = 3000
  load_balancer = {
    arn_suffix        = "app/production/1"
    host              = "api.cashtrace.ng"
    listener_arn      = "arn:aws:elasticloadbalancing:af-south-1:444455556666:listener/app/production/1/443"
    priority          = 10
    security_group_id = "sg-balancer"
    test_listener_arn = "arn:aws:elasticloadbalancing:af-south-1:444455556666:listener/app/production/1/8443"
  }
}
rollout = { step_percent = 10, strategy = "rolling", wait_minutes = 5 }
scaling = { cpu = 60, max = 30, memory = 70, min = 3 }
