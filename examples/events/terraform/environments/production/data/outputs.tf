output "data_key_arn" {
  description = "The key of data."
  value       = module.data_key.arn
}

output "positions_arn" {
  description = "The queue positions."
  value       = module.positions.arn
}

output "to_archive_arn" {
  description = "The queue to-archive."
  value       = module.to_archive.arn
}

output "moved_arn" {
  description = "The topic moved."
  value       = module.moved.arn
}

output "vans_arn" {
  description = "The table vans."
  value       = module.vans.arn
}

output "photos_arn" {
  description = "The bucket photos."
  value       = module.photos.arn
}

output "thumbnails_arn" {
  description = "The bucket thumbnails."
  value       = module.thumbnails.arn
}

output "history_arn" {
  description = "The bucket history."
  value       = module.history.arn
}
