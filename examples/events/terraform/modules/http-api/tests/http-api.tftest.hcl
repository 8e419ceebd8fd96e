mock_provider "aws" {}

variables {
  name             = "test-api"
  region           = "eu-west-1"
  host             = "api.shop.example"
  function_name    = "test-function"
  invoke_arn       = "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/test/invocations"
  certificate_arn  = "arn:aws:acm:eu-west-1:111122223333:certificate/00000000-0000-0000-0000-000000000000"
  zone_id          = "Z0123456789ABCDEFGHIJ"
  logs_kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"
}

run "no_way_around" {
  command = plan

  assert {
    condition     = aws_api_gateway_rest_api.this.disable_execute_api_endpoint && aws_api_gateway_domain_name.this[0].security_policy == "TLS_1_2"
    error_message = "Requests must come by our name, through the rules."
  }
}

run "inside_only" {
  command = plan

  variables {
    private = { vpc_endpoint_ids = ["vpce-0a1b2c3d"] }
  }

  assert {
    condition     = aws_api_gateway_rest_api.this.endpoint_configuration[0].types == tolist(["PRIVATE"]) && length(aws_route53_record.this) == 0 && length(aws_api_gateway_rest_api_policy.this) == 1
    error_message = "Only the network may reach it, and only by its endpoints."
  }
}

run "one_of_two_regions" {
  command = plan

  variables {
    region_weight   = 1
    health_check_id = "00000000-0000-0000-0000-000000000000"
  }

  assert {
    condition     = aws_route53_record.this[0].set_identifier == "eu-west-1" && aws_route53_record.this[0].weighted_routing_policy[0].weight == 1 && aws_route53_record.this[0].health_check_id != null
    error_message = "The other region has a record of the same name."
  }
}

run "the_only_region" {
  command = plan

  assert {
    condition     = length(aws_route53_record.this[0].weighted_routing_policy) == 0 && aws_route53_record.this[0].set_identifier == null
    error_message = "A name that leads to one region has a simple record."
  }
}

run "one_of_several_below_a_name" {
  command = plan

  variables {
    path        = "/v1/mail/"
    shares_host = true
    makes_host  = false
  }

  assert {
    condition     = length(aws_api_gateway_domain_name.this) == 0 && length(aws_route53_record.this) == 0 && length(aws_api_gateway_base_path_mapping.this) == 0
    error_message = "AWS takes a name once."
  }

  assert {
    condition     = aws_apigatewayv2_api_mapping.this[0].api_mapping_key == "v1/mail" && keys(jsondecode(aws_api_gateway_rest_api.this.body).paths) == ["/", "/{proxy+}"]
    error_message = "The path is that of the mapping, which takes it away."
  }
}

run "a_name_that_nobody_makes" {
  command = plan

  variables {
    makes_host = false
  }

  expect_failures = [var.makes_host]
}
