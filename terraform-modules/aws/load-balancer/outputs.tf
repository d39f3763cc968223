output "arn" {
  description = "ARN of the load balancer."
  value       = aws_lb.this.arn
}

output "arn_suffix" {
  description = "Last part of the ARN, as CloudWatch metrics name the load balancer."
  value       = aws_lb.this.arn_suffix
}

output "certificate_arn" {
  description = "ARN of the certificate, once it is issued."
  value       = aws_acm_certificate_validation.this.certificate_arn
}

output "dns_name" {
  description = "Host name that AWS gave the load balancer."
  value       = aws_lb.this.dns_name
}

output "https_listener_arn" {
  description = "ARN of the listener on port 443; services add their rules to it."
  value       = aws_lb_listener.https["public"].arn
}

output "security_group_id" {
  description = "Security group of the load balancer; services admit it."
  value       = aws_security_group.this.id
}

output "test_listener_arn" {
  description = "ARN of the listener on port 8443, on which a release is tried before users get it; reachable from the network only."
  value       = aws_lb_listener.https["test"].arn
}

output "web_acl_arn" {
  description = "ARN of the firewall in front of the load balancer."
  value       = aws_wafv2_web_acl.this.arn
}

output "zone_id" {
  description = "Hosted zone of the load balancer's own host name, for alias records."
  value       = aws_lb.this.zone_id
}
