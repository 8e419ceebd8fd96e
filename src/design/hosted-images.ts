/** An image in one version, by digest, with where it was seen. */
export interface HostedImage {
  readonly image: string;
  readonly source: string;
  /** day of what was looked at */
  readonly seen: string;
}

const catalogue = {
  source: 'github.com/cloudnative-pg/artifacts, image-catalogs/catalog-standard-trixie.yaml',
  seen: '2026-08-17',
};
const postgres = (tag: string, digest: string): HostedImage => ({
  image: `ghcr.io/cloudnative-pg/postgresql:${tag}-standard-trixie@sha256:${digest}`,
  ...catalogue,
});

/** PostgreSQL by its major version: those that its community still mends. */
export const postgresImages: Readonly<Record<string, HostedImage>> = {
  '14': postgres('14.24-202608170814', '2251ca32ca24152bad5d9ddbc9ac4e95e98d6cff4002e98a5484e542ce2cae36'),
  '15': postgres('15.19-202608170814', '613c7a0417887cd2626a2bfb31fa4e1d86c3088e575fd66bc227007dc69a5487'),
  '16': postgres('16.15-202608170814', '3df9103d7f89c8abc2870463d4d446944c81b5f1f4b707c590895dc003ecbb65'),
  '17': postgres('17.11-202608170816', '91e0de662d53895a45f1396f4ee1a75daeb0c26fc87853afc9c8f43e01fdaa21'),
  '18': postgres('18.6-202608170814', '771f9eab5225587af259d84680cc69a5b6e374ac32bb24effafde1f3368a1241'),
};

/** What a hosted redis is made of. */
export const cacheImages = {
  valkey: {
    image:
      'docker.io/valkey/valkey:8.1.10@sha256:640c5e62cea04b6d6f2084232651d0cc70362d31f4f805e7be94dbed6855e8f2',
    source: 'the digest of its tags 8, 8.1 and 8.1.10 that public repositories pin',
    seen: '2026-11-28',
  },
  proxy: {
    image:
      'docker.io/library/haproxy:3.2.22-alpine@sha256:79799e8b2977e60802774fa53d29e6b54e045402cdd8a8b9fe43923e7095a047',
    source: 'the digest that public repositories pin',
    seen: '2026-11-28',
  },
  exporter: {
    image:
      'docker.io/oliver006/redis_exporter:v1.90.0@sha256:a129504e65b87c54f79bc92f1afc403475e8ff646a3d7512de469904ceddf986',
    source: 'the digest that public repositories pin',
    seen: '2026-11-28',
  },
} as const satisfies Record<string, HostedImage>;
