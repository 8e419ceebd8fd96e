environment         = "staging"
account_id          = "111122223333"
cluster_oidc_issuer = "oidc.eks.eu-west-1.amazonaws.com/id/9B0E41C7D25A4F6E8C3310FA7D6B2E95"
alarm_topic_arns    = ["arn:aws:sns:eu-west-1:111122223333:staging-shop-alarms"]
