terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.edge]
    }
  }
}

resource "aws_acm_certificate" "c" {
  provider          = aws.edge
  domain_name       = "www.cashtrace.ng"
  validation_method = "DNS"
}
resource "aws_wafv2_web_acl" "w" {
  provider = aws.edge
  name     = "w"
  scope    = "CLOUDFRONT"
  default_action {
    allow {}
  }
  visibility_config {
    cloudwatch_metrics_enabled = false
    metric_name                = "w"
    sampled_requests_enabled   = false
  }
}
resource "aws_cloudfront_distribution" "d" {
  enabled     = true
  price_class = "PriceClass_200"
  web_acl_id  = aws_wafv2_web_acl.w.arn
  tags        = { data-class = "public" }
  origin {
    domain_name = "origin.cashtrace.ng"
    origin_id   = "o"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    target_origin_id       = "o"
    viewer_protocol_policy = "redirect-to-https"
    cache_policy_id        = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
  }
  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }
  viewer_certificate {
    acm_certificate_arn = aws_acm_certificate.c.arn
    ssl_support_method  = "sni-only"
  }
}
