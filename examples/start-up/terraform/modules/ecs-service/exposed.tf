locals {
  # What cannot be changed is in the name, so that the new group can stand beside the old one; 32 characters are taken.
  target_group_name = "${trimsuffix(substr(var.name, 0, 24), "-")}-${substr(sha1("${var.name} ${var.port} ${var.protocol} ${var.vpc_id}"), 0, 6)}"
}

resource "aws_lb_target_group" "this" {
  count = var.expose == null ? 0 : 1

  name                 = local.target_group_name
  vpc_id               = var.vpc_id
  target_type          = "ip"
  port                 = var.port
  protocol             = "HTTP"
  protocol_version     = var.protocol == "grpc" ? "GRPC" : "HTTP1"
  deregistration_delay = var.grace_seconds

  health_check {
    path                = var.health_path
    matcher             = var.protocol == "grpc" ? "0" : "200"
    interval            = 15
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }

  tags = var.tags

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_listener_rule" "this" {
  count = var.expose == null ? 0 : 1

  listener_arn = var.expose.listener_arn
  priority     = var.expose.priority

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this[0].arn
  }

  condition {
    host_header {
      values = [var.expose.host]
    }
  }

  condition {
    path_pattern {
      values = distinct(compact([trimsuffix(var.expose.path, "/"), "${trimsuffix(var.expose.path, "/")}/*"]))
    }
  }

  tags = var.tags
}

resource "aws_vpc_security_group_ingress_rule" "load_balancer" {
  count = var.expose == null ? 0 : 1

  security_group_id            = aws_security_group.this.id
  description                  = "From the load balancer"
  referenced_security_group_id = var.expose.security_group_id
  from_port                    = var.port
  to_port                      = var.port
  ip_protocol                  = "tcp"

  tags = var.tags
}

resource "aws_vpc_security_group_egress_rule" "load_balancer" {
  count = var.expose == null ? 0 : 1

  security_group_id            = var.expose.security_group_id
  description                  = "To ${var.name}"
  referenced_security_group_id = aws_security_group.this.id
  from_port                    = var.port
  to_port                      = var.port
  ip_protocol                  = "tcp"

  tags = var.tags
}
