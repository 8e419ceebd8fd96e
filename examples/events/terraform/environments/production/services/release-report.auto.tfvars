# The version of report that runs here: a release writes its digest (set-digest.sh).
# Zeros stand for one that was never released, and nothing is planned with them.
report_digest = "sha256:0000000000000000000000000000000000000000000000000000000000000000"
