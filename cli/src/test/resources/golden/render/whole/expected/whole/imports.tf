# databases.primary
import {
  to = module.databases_primary.aws_db_instance.this
  id = "whole-main"
}
