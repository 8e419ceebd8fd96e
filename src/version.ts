declare const PLINTH_VERSION: string | undefined;

/** The version in package.json, put in by the build. */
export const version = typeof PLINTH_VERSION === 'string' ? PLINTH_VERSION : '0.0.0-source';
