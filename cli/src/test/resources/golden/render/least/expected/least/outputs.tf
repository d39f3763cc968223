output "network" {
  description = "The VPC, and the addresses from which it calls out."
  value = {
    vpc_id         = module.network.vpc_id
    nat_public_ips = module.network.nat_public_ips
  }
}
