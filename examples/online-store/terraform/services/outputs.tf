output "role_arns" {
  description = "Roles that the service accounts in kubernetes/overlays and charts/ are annotated with."
  value = {
    api           = aws_iam_role.api.arn
    orders-worker = aws_iam_role.orders_worker.arn
    notifications = aws_iam_role.notifications.arn
  }
}

output "orders_queue_url" {
  description = "ORDERS_QUEUE_URL of the api and the orders worker."
  value       = aws_sqs_queue.orders.url
}
