locals {
  # Both write names; cert-manager only those that prove that a domain is ours, and looks whether they arrived.
  # Sources: kubernetes-sigs.github.io, external-dns, AWS tutorial; cert-manager.io, DNS01 with Route 53.
  zones = {
    external-dns = [
      {
        # These take no ARN.
        actions    = ["route53:ListHostedZones", "route53:ListHostedZonesByName", "route53:ListTagsForResources"]
        resources  = ["*"]
        conditions = {}
      },
      {
        actions    = ["route53:ChangeResourceRecordSets", "route53:ListResourceRecordSets"]
        resources  = var.zone_arns
        conditions = {}
      },
    ]
    cert-manager = [
      {
        actions    = ["route53:ListHostedZonesByName"]
        resources  = ["*"]
        conditions = {}
      },
      {
        actions    = ["route53:GetChange"]
        resources  = ["arn:aws:route53:::change/*"]
        conditions = {}
      },
      {
        actions    = ["route53:ListResourceRecordSets"]
        resources  = var.zone_arns
        conditions = {}
      },
      {
        actions   = ["route53:ChangeResourceRecordSets"]
        resources = var.zone_arns
        conditions = {
          "ForAllValues:StringEquals" = { "route53:ChangeResourceRecordSetsRecordTypes" = ["TXT"] }
        }
      },
    ]
  }
}
