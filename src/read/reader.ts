import type { Repository } from '../model/repository.ts';
import type { Resource, Unit } from '../model/resource.ts';

export interface ReadOptions {
  /** `--var-file`: variable files given by the user, relative to the repository */
  readonly varFiles: readonly string[];
  /** `--var name=value` */
  readonly vars: Readonly<Record<string, string>>;
  /** the version whose API schemas manifests are held against: `1.33` */
  readonly kubernetesVersion: string;
  /** the environment that the configuration gives a path, whatever the path itself says */
  readonly environmentOf?: (
    path: string,
  ) => { readonly name: string; readonly production?: boolean } | undefined;
  /** render overlays and charts with the tools found on PATH */
  readonly render: boolean;
}

/** What a reader made of the files it claimed. */
export interface Reading {
  readonly units: readonly Unit[];
  readonly resources: readonly Resource[];
  /** paths that it understood, also where they hold no resource (a values file, a variables file) */
  readonly files: readonly string[];
}

/** Turns the files of one kind of source into resources. Trouble goes to `repository.report`; a reader never throws for what it reads. */
export interface Reader {
  readonly name: string;
  read(repository: Repository, options: ReadOptions): Reading | Promise<Reading>;
}
