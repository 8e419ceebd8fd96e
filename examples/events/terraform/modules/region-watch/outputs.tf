output "detector_id" {
  description = "The detector of GuardDuty."
  value       = aws_guardduty_detector.this.id
}
