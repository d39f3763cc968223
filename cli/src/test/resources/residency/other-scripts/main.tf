terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.dr]
    }
  }
}

# names and texts in Arabic, Turkish, Chinese, and Yoruba with its marks as letters of their own
resource "aws_sqs_queue" "ọ̀rọ̀_yorùbá" {
  for_each = toset(["تقارير", "İŞLEM ıi", "Ẹ̀kọ́"])
  provider = aws.dr
  tags = {
    "açıklama"   = "kuyruk \"é\" İstanbul'da değil"
    "data-class" = "personal"
  }
}

resource "aws_sqs_queue" "订单" {
  tags = {
    "data-class" = "personal"
    "الوصف"      = "طابور في كيب تاون، وليس في eu-west-1"
  }
}

resource "aws_ssm_parameter" "şehir" {
  name        = "/metin"
  type        = "String"
  value       = "مرحبا https://sqs.EU-WEST-1.amazonaws.com/111122223333/sıra bekliyor"
  description = "Ọjà Èkó"
}
