resource "aws_vpc" "this" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  for_each = { "af-south-1a" = 0, "af-south-1b" = 1 }

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = cidrsubnet(aws_vpc.this.cidr_block, 4, each.value)
}

resource "aws_eip" "nat" {
  for_each = aws_subnet.public
}

resource "aws_nat_gateway" "this" {
  for_each = aws_subnet.public

  allocation_id = aws_eip.nat[each.key].id
  subnet_id     = each.value.id
}

resource "aws_vpc_endpoint" "interface" {
  for_each = toset(["ecr.api", "logs"])

  vpc_id            = aws_vpc.this.id
  service_name      = "com.amazonaws.af-south-1.${each.key}"
  vpc_endpoint_type = "Interface"
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id       = aws_vpc.this.id
  service_name = "com.amazonaws.af-south-1.s3"
}
