mock_provider "aws" {}

variables {
  values = {
    "/production/databases/main/address" = "main.cluster.af-south-1.rds.amazonaws.com"
    "/production/databases/main/port"    = "5432"
  }
}

run "writes_plain_text_that_a_plan_shows" {
  command = plan

  assert {
    condition     = alltrue([for parameter in aws_ssm_parameter.this : parameter.type == "String" && parameter.tier == "Standard"])
    error_message = "parameters must be plain strings of the standard tier"
  }

  assert {
    condition     = aws_ssm_parameter.this["/production/databases/main/port"].insecure_value == "5432"
    error_message = "the value must be visible in the plan"
  }
}

run "rejects_a_name_that_is_no_path" {
  command = plan

  variables {
    values = { "production/api" = "x" }
  }

  expect_failures = [var.values]
}

run "rejects_a_name_that_aws_keeps_for_itself" {
  command = plan

  variables {
    values = { "/aws/reference" = "x" }
  }

  expect_failures = [var.values]
}

run "rejects_an_empty_value" {
  command = plan

  variables {
    values = { "/production/api" = "" }
  }

  expect_failures = [var.values]
}

run "rejects_a_value_that_refers_to_another_parameter" {
  command = plan

  variables {
    values = { "/production/api" = "{{ ssm:other }}" }
  }

  expect_failures = [var.values]
}
