resource "aws_db_instance" "this" {
  identifier            = "test-main"
  engine                = "postgres"
  engine_version        = "16"
  instance_class        = "db.t4g.small"
  allocated_storage     = 50
  max_allocated_storage = 200
  multi_az              = true
  storage_encrypted     = true
  username              = "owner"
  password              = "correct-horse-battery"
  skip_final_snapshot   = true
}

resource "aws_db_instance" "replica" {
  identifier          = "test-main-1"
  replicate_source_db = aws_db_instance.this.identifier
  instance_class      = "db.t4g.small"
  skip_final_snapshot = true
}
