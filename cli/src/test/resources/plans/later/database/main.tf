variable "identifier" {
  type = string
}

variable "zone" {
  type = string
}

variable "instance" {
  type = string
}

variable "password" {
  type = string
}

variable "storage_class" {
  type = string
}

resource "aws_db_instance" "this" {
  identifier          = var.identifier
  engine              = "postgres"
  instance_class      = var.instance
  allocated_storage   = 50
  availability_zone   = var.zone
  storage_type        = var.storage_class
  username            = "owner"
  password            = var.password
  skip_final_snapshot = true
}
