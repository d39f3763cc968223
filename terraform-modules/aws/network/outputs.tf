output "data_subnet_ids" {
  description = "Subnets for databases and caches, without a route to the internet: zone to subnet id."
  value       = { for zone, subnet in aws_subnet.data : zone => subnet.id }
}

output "endpoint_security_group_id" {
  description = "Security group of the interface endpoints; it admits HTTPS from the network."
  value       = aws_security_group.endpoints.id
}

output "nat_public_ips" {
  description = "Addresses under which the network calls the internet: zone of the NAT gateway to IPv4 address."
  value       = { for zone, address in aws_eip.nat : zone => address.public_ip }
}

output "private_subnet_ids" {
  description = "Subnets for services, with a route out through NAT: zone to subnet id."
  value       = { for zone, subnet in aws_subnet.private : zone => subnet.id }
}

output "public_subnet_ids" {
  description = "Subnets for load balancers and NAT gateways: zone to subnet id."
  value       = { for zone, subnet in aws_subnet.public : zone => subnet.id }
}

output "s3_prefix_list_id" {
  description = "Prefix list of the S3 gateway endpoint, for egress rules."
  value       = aws_vpc_endpoint.s3.prefix_list_id
}

output "vpc_cidr" {
  description = "IPv4 range of the VPC."
  value       = aws_vpc.this.cidr_block
}

output "vpc_id" {
  description = "Id of the VPC."
  value       = aws_vpc.this.id
}
