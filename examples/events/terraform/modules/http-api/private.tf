# Inside of the network: whoever comes another way than by the endpoints named is turned away.
resource "aws_api_gateway_rest_api_policy" "this" {
  count = var.private == null ? 0 : 1

  rest_api_id = aws_api_gateway_rest_api.this.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Endpoints"
      Effect    = "Allow"
      Action    = "execute-api:Invoke"
      Principal = "*"
      Resource  = "execute-api:/*"
      Condition = { StringEquals = { "aws:SourceVpce" = var.private.vpc_endpoint_ids } }
    }]
  })
}
