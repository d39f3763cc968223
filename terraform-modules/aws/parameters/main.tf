resource "aws_ssm_parameter" "this" {
  for_each = var.values

  name = each.key
  type = "String"
  tier = "Standard"

  # Not a secret, and a reviewer of the plan should see it.
  insecure_value = each.value
}
