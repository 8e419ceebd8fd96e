variable "media_cdn_domains" {
  description = "CloudFront host name for each media host name: the output media_cdn_domain of each environment."
  type        = map(string)
  default = {
    "media.shop.example.com"         = "d1w8k3xq0vz5ma.cloudfront.net"
    "media.staging.shop.example.com" = "d3n6t2yb9rj4lc.cloudfront.net"
  }
}
