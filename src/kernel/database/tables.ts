/** Every table of the running program; each module adds its own by declaration merging in its `schema.ts`. */
// oxlint-disable-next-line typescript/no-empty-interface -- filled by declaration merging.
export interface Tables {}
