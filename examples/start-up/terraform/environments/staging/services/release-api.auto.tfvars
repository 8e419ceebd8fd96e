# The version of api that runs here: a release writes its digest (set-digest.sh).
# Zeros stand for one that was never released, and nothing is planned with them.
api_digest = "sha256:0000000000000000000000000000000000000000000000000000000000000000"
