resource "aws_security_group" "this" {
  name        = "${var.name}-service"
  description = "Service ${var.name}"
  vpc_id      = var.vpc_id
  tags        = merge(local.tags, { Name = "${var.name}-service" })

  lifecycle {
    create_before_destroy = true
  }
}

# AWS, payment providers, mail: all of them by TLS.
resource "aws_vpc_security_group_egress_rule" "https" {
  security_group_id = aws_security_group.this.id
  description       = "HTTPS to anywhere"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_security_group_egress_rule" "connection" {
  for_each = var.connections

  security_group_id            = aws_security_group.this.id
  description                  = "To ${each.key}"
  referenced_security_group_id = each.value.security_group_id
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
}

# The other end's group, where the rule belongs to whom it admits: so a service that goes takes its rules with it.
resource "aws_vpc_security_group_ingress_rule" "connection" {
  for_each = var.connections

  security_group_id            = each.value.security_group_id
  description                  = "From ${var.name}"
  referenced_security_group_id = aws_security_group.this.id
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
}

resource "aws_vpc_security_group_ingress_rule" "load_balancer" {
  count = local.public ? 1 : 0

  security_group_id            = aws_security_group.this.id
  description                  = "From the load balancer"
  referenced_security_group_id = var.listen.load_balancer.security_group_id
  ip_protocol                  = "tcp"
  from_port                    = var.listen.port
  to_port                      = var.listen.port
}

resource "aws_vpc_security_group_egress_rule" "load_balancer" {
  count = local.public ? 1 : 0

  security_group_id            = var.listen.load_balancer.security_group_id
  description                  = "To ${var.name}"
  referenced_security_group_id = aws_security_group.this.id
  ip_protocol                  = "tcp"
  from_port                    = var.listen.port
  to_port                      = var.listen.port
}
