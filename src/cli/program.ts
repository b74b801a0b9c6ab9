import type { Refusal, Work } from '#kernel/database'
import type { Logger, Manifest, Services } from '#kernel/http'
import type { Config } from '../config.ts'
import type { House } from '../house.ts'

/** What the command line is told by `main.ts`: it knows the kernel, and of the modules only their manifests. */
export interface Program {
  version: string
  manifests: readonly Manifest[]
  /** Opens the database, brings its tables up to date and joins the modules. */
  open(config: Config, onProgress?: MigrationProgress): Promise<House>
  /** What handlers, jobs and commands may use beside their work. */
  services(house: House): Services
  /** Puts the door on the house and starts its background work. */
  openSite(house: House, log: Logger): Promise<OpenSite>
  /** Appoints the first people; the right to do so comes from holding the machine. */
  appoint(work: Work, services: Services, input: Appoint): Promise<Appointed | Refusal>
}

export type MigrationProgress = (migration: string, index: number, total: number) => void

/** A site that answers requests until it is closed. */
export interface OpenSite {
  http: { fetch: (request: Request, env?: unknown) => Response | Promise<Response> }
  /** Stops the background work and closes the database. */
  close(): Promise<void>
}

/** Whom to appoint to what. */
export interface Appoint {
  email: string
  name: string
  role: string
  /** Id or acronym; none for the secretariat. */
  organisation: string | null
}

export interface Appointed {
  personId: string
  email: string
  /** Whether the person was registered just now. */
  registered: boolean
  /** Whether the appointment was made just now, or ran already. */
  appointed: boolean
}
