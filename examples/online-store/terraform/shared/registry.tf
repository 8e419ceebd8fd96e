resource "aws_ecr_repository" "service" {
  count = length(var.images)

  name                 = "shop/${var.images[count.index]}"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }

  encryption_configuration {
    encryption_type = "KMS"
  }
}

resource "aws_ecr_repository_policy" "service" {
  count = length(var.images)

  repository = aws_ecr_repository.service[count.index].name
  policy     = data.aws_iam_policy_document.pull.json
}

data "aws_iam_policy_document" "pull" {
  statement {
    sid     = "EnvironmentsPull"
    actions = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]

    principals {
      type        = "AWS"
      identifiers = [for id in var.account_ids : "arn:aws:iam::${id}:root"]
    }
  }
}
