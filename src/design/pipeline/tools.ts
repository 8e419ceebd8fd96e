/** Versions of the tools that pipelines use. What is downloaded is pinned, so that a run today is a run tomorrow. */
export const tools = {
  terraform: '1.12.2',
  conftest: '0.62.0',
  /** SHA-256 of conftest_0.62.0_Linux_x86_64.tar.gz is checked by the published checksums.txt of the release */
  plinth: '0.1.0',
  cosign: '3.1.3',
  trivy: '0.69.3',
  /** Amazon's credential helper for ECR */
  ecrLogin: '0.10.1',
} as const;

/** SHA-256 of what is downloaded where no file of checksums is held against, by the kind of processor. */
export const checksums = {
  cosign: {
    amd64: '4629c757b7618056f8ddd7e2625ae9fdd94c0372a65049520bc7d9df9efc7f71',
    arm64: 'c5d324e091826b0d7a78eb16fef316450b4eb9aaec045611c08ba06f5e73220a',
  },
  ecrLogin: {
    amd64: 'ae5f2c0f1a2283f687e24a529f41d58f29c0a5bcfa0b60d1d3f8dc33b7eac4f2',
    arm64: 'd321a6c4044fda6a4c6c6054d8e5b56ae9c902b6e37f5cc3b0d89df9298b07ef',
  },
} as const;

/** Actions by the commit that their tag pointed to; the tag stands behind it, for people and for what updates it. */
export const actions = {
  checkout: 'actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0',
  terraform: 'hashicorp/setup-terraform@b9cd54a3c349d3f38e8881555d616ced269862dd # v3.1.2',
  credentials: 'aws-actions/configure-aws-credentials@b47578312673ae6fa5b5096b330d9fbac3d116df # v4.2.1',
  upload: 'actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2',
  download: 'actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093 # v4.3.0',
  node: 'actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0',
  buildx: 'docker/setup-buildx-action@e468171a9de216ec08956ac3ada2f0791b6bd435 # v3.11.1',
  ecrLogin: 'aws-actions/amazon-ecr-login@062b18b96a7aff071d4dc91bc00c4c1a7945b076 # v2.0.1',
  build: 'docker/build-push-action@263435318d21b8e681c14492fe198d362a7d2c83 # v6.18.0',
  trivy: 'aquasecurity/trivy-action@dc5a429b52fcf669ce959baa2c2dd26090d2a6c4 # 0.32.0',
  cosign: 'sigstore/cosign-installer@398d4b0eeef1380460a10c8013a76f728fb906ac # v3.9.1',
} as const;
