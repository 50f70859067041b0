/** Where the schema, the built page and the data lie, whether this runs from `dist/` or from the sources. */
export const PROJECT = new URL(import.meta.url).pathname.includes('/dist/') ? new URL('../../', import.meta.url) : new URL('../', import.meta.url);
