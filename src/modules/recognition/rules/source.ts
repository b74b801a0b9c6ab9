/** Where a figure was published. */
export interface Source {
  title: string
  url: string
}
