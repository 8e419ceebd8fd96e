environment         = "prod"
account_id          = "444455556666"
cluster_oidc_issuer = "oidc.eks.eu-west-1.amazonaws.com/id/E37F5D1086B94C2BA4D81C65902F7A3D"
