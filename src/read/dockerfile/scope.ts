import { Unknown } from '../../model/unknown.ts';

export type Value = string | Unknown;

/** Set by BuildKit for each platform that is built. Source: Dockerfile reference, "Automatic platform ARGs in the global scope". */
const platformArguments = new Set([
  'TARGETPLATFORM',
  'TARGETOS',
  'TARGETARCH',
  'TARGETVARIANT',
  'BUILDPLATFORM',
  'BUILDOS',
  'BUILDARCH',
  'BUILDVARIANT',
  'TARGETSTAGE',
]);

/** The variables that an instruction sees. `ENV` outlives its stage and always wins over `ARG`. */
export class Scope {
  private readonly arguments_ = new Map<string, Value>();
  private readonly environment: Map<string, Value>;

  private constructor(
    inherited: ReadonlyMap<string, Value>,
    /** what an undeclared name stands for */
    private readonly undeclared: (name: string) => Value,
  ) {
    this.environment = new Map(inherited);
  }

  /** Before the first `FROM`: only arguments. A name that none declares is empty there. Source: BuildKit's check UndefinedArgInFrom. */
  static ofFile(): Scope {
    return new Scope(new Map(), () => '');
  }

  /** A stage on an image from elsewhere, which may bring variables of its own; `scratch` brings none. */
  static onImage(image: Value): Scope {
    return new Scope(new Map(), (name) =>
      image === 'scratch' ? '' : new Unknown(`$${name} may come from the base image`),
    );
  }

  /** A stage on another stage of the same file. */
  static onStage(parent: Scope): Scope {
    return new Scope(parent.environment, parent.undeclared);
  }

  get(name: string): Value {
    const value = this.environment.get(name) ?? this.arguments_.get(name);
    if (value !== undefined) return value;
    if (platformArguments.has(name)) return new Unknown(`${name} is set by the builder for each platform`);
    return this.undeclared(name);
  }

  setEnvironment(name: string, value: Value): void {
    this.environment.set(name, value);
  }

  /** Declares a build argument; without a default it takes that of the same name before the first `FROM`. */
  declare(name: string, value: Value | undefined, globals?: Scope): void {
    const known = value ?? globals?.arguments_.get(name);
    if (known === undefined && platformArguments.has(name)) return;
    this.arguments_.set(
      name,
      known ?? new Unknown(`the build argument ${name} has no default and is given when the image is built`),
    );
  }
}
