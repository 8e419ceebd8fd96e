# What AWS Config looks with, in every region that is watched. A role of ours could look at no identities, since its
# boundary keeps it from them. Where an account has this one already:
# terraform import module.audit.aws_iam_service_linked_role.config arn:aws:iam::ACCOUNT:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig
resource "aws_iam_service_linked_role" "config" {
  aws_service_name = "config.amazonaws.com"
  description      = "Lets AWS Config look at everything and write down what it saw"
}
