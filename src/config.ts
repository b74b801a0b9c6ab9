import { join } from 'node:path'
import { z } from 'zod'
import { isMailAddress } from '#kernel/mail'

/** Everything that the environment says, checked once at the start. */
export interface Config {
  mode: 'demonstration' | 'production'
  host: string
  port: number
  /** The address that people use: scheme, host and port, no path. */
  origin: string
  behindProxy: boolean
  dataDirectory: string
  databaseUrl: string | null
  poolSize: number
  smtpUrl: string | null
  mailFrom: string
  /** Where reports of failed deliveries go: a mailbox whose sub-addresses (`bounces+ID@…`) reach `weft receive-mail`. */
  bounceAddress: string | null
  /** Where this node's identifiers come from: its public host name. */
  node: string
  s3: {
    endpoint: string
    bucket: string
    region: string
    accessKeyId: string
    secretAccessKey: string
  } | null
  oidc: { id: string; name: string; issuer: string; clientId: string; clientSecret: string }[]
  perMinute: number
  /** The bearer token with which metrics may be read from another machine. */
  metricsToken: string | null
  /** How many whole months the record of who read whose data is kept. */
  readsKeptMonths: number
  /** The file that lists who was erased: to be kept apart from the backups, for whoever restores one. */
  erasedList: string
  /** How many whole months mails and notices are kept. */
  mailsKeptMonths: number
  /** Encrypts second factors and signs form tokens; made at the first start when not given. */
  secret: string | null
  /** Secrets that were in use before: what they sealed can still be opened. */
  previousSecrets: string[]
  backgroundJobs: boolean
}

/** One thing wrong with the environment: which variable, and what to do. */
export interface ConfigProblem {
  variable: string
  problem: string
}

const oidcProvider = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  issuer: z.url(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
})

const flag = z.enum(['0', '1']).transform((value) => value === '1')

const environment = z.object({
  WEFT_MODE: z.enum(['demonstration', 'production']).default('production'),
  WEFT_HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8040),
  WEFT_ORIGIN: z
    .url()
    .refine((value) => new URL(value).origin === value)
    .optional(),
  WEFT_BEHIND_PROXY: flag.default(false),
  WEFT_DATA: z.string().min(1).default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  WEFT_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  WEFT_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  WEFT_MAIL_FROM: z.string().default('Weft <weft@localhost>'),
  WEFT_BOUNCE_ADDRESS: z
    .string()
    .refine((value) => isMailAddress(value) && !value.includes('+'))
    .optional(),
  WEFT_S3_ENDPOINT: z.url().optional(),
  WEFT_S3_BUCKET: z.string().optional(),
  WEFT_S3_REGION: z.string().default('auto'),
  WEFT_S3_ACCESS_KEY_ID: z.string().optional(),
  WEFT_S3_SECRET_ACCESS_KEY: z.string().optional(),
  WEFT_OIDC: z
    .string()
    .default('[]')
    .transform((text, context) => {
      try {
        return z.array(oidcProvider).parse(JSON.parse(text))
      } catch {
        context.addIssue({ code: 'custom', message: 'not a list of providers' })
        return z.NEVER
      }
    }),
  WEFT_REQUESTS_PER_MINUTE: z.coerce.number().int().min(0).default(600),
  WEFT_METRICS_TOKEN: z.string().min(16).optional(),
  WEFT_READS_KEPT_MONTHS: z.coerce.number().int().min(1).max(1200).default(24),
  WEFT_ERASED_LIST: z.string().optional(),
  WEFT_MAILS_KEPT_MONTHS: z.coerce.number().int().min(1).max(1200).default(24),
  WEFT_SECRET: z.string().min(32).optional(),
  WEFT_PREVIOUS_SECRETS: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.string().min(32))),
  WEFT_JOBS: flag.default(true),
})

/** What to do about each variable: said when its value cannot be used. */
const fixes: Record<string, string> = {
  WEFT_MODE: 'set it to "production" or "demonstration"',
  PORT: 'give a free port between 0 and 65535',
  WEFT_ORIGIN:
    'give the address that people use, without a path, for example https://weft.example.org',
  WEFT_BEHIND_PROXY: 'set it to 1 when a proxy of yours sets X-Forwarded-For, else to 0',
  DATABASE_URL:
    'give an address like postgres://user:password@host:5432/weft, or leave it out to use the built-in database',
  WEFT_POOL_SIZE: 'give a number of connections between 1 and 200',
  WEFT_SMTP_URL: 'give an address like smtps://user:password@mail.example.org:465',
  WEFT_BOUNCE_ADDRESS:
    'give a mail address without "+", for example bounces@example.org, or leave it out',
  WEFT_S3_ENDPOINT: 'give the address of the S3-compatible store',
  WEFT_OIDC: 'give a JSON list of {"id","name","issuer","clientId","clientSecret"}',
  WEFT_REQUESTS_PER_MINUTE: 'give a number; 0 switches the limit off',
  WEFT_METRICS_TOKEN:
    'give at least 16 random characters, or leave it out to have metrics read from this machine only',
  WEFT_READS_KEPT_MONTHS: 'give a number of months between 1 and 1200',
  WEFT_MAILS_KEPT_MONTHS: 'give a number of months between 1 and 1200',
  WEFT_SECRET:
    'give at least 32 random characters, or leave it out to have one made in the data folder',
  WEFT_PREVIOUS_SECRETS: 'give the former values of WEFT_SECRET, separated by commas',
  WEFT_JOBS: 'set it to 1, or to 0 for a process that only answers requests',
}

/** Reads the environment. Every problem names its variable and the fix; values are never repeated, they may be secret. */
export function readConfig(env: Record<string, string | undefined>): Config | ConfigProblem[] {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const result = environment.safeParse(present)
  if (!result.success) {
    return result.error.issues.map((issue) => {
      const variable = String(issue.path[0])
      return { variable, problem: fixes[variable] ?? 'its value cannot be used' }
    })
  }
  const values = result.data
  const s3 = s3Of(values)
  if (s3 === 'incomplete') {
    return [
      {
        variable: 'WEFT_S3_BUCKET',
        problem:
          'give WEFT_S3_BUCKET, WEFT_S3_ACCESS_KEY_ID and WEFT_S3_SECRET_ACCESS_KEY together with WEFT_S3_ENDPOINT',
      },
    ]
  }
  if (values.WEFT_MODE === 'production' && !values.WEFT_ORIGIN) {
    return [{ variable: 'WEFT_ORIGIN', problem: fixes['WEFT_ORIGIN'] ?? '' }]
  }
  const origin = values.WEFT_ORIGIN ?? `http://localhost:${values.PORT}`
  return {
    mode: values.WEFT_MODE,
    host: values.WEFT_HOST,
    port: values.PORT,
    origin,
    behindProxy: values.WEFT_BEHIND_PROXY,
    dataDirectory: values.WEFT_DATA,
    databaseUrl: values.DATABASE_URL ?? null,
    poolSize: values.WEFT_POOL_SIZE,
    smtpUrl: values.WEFT_SMTP_URL ?? null,
    mailFrom: values.WEFT_MAIL_FROM,
    bounceAddress: values.WEFT_BOUNCE_ADDRESS ?? null,
    node: new URL(origin).host,
    s3,
    oidc: values.WEFT_OIDC,
    perMinute: values.WEFT_REQUESTS_PER_MINUTE,
    metricsToken: values.WEFT_METRICS_TOKEN ?? null,
    readsKeptMonths: values.WEFT_READS_KEPT_MONTHS,
    mailsKeptMonths: values.WEFT_MAILS_KEPT_MONTHS,
    erasedList: values.WEFT_ERASED_LIST ?? join(values.WEFT_DATA, 'erased.jsonl'),
    secret: values.WEFT_SECRET ?? null,
    previousSecrets: values.WEFT_PREVIOUS_SECRETS,
    backgroundJobs: values.WEFT_JOBS,
  }
}

function s3Of(values: z.infer<typeof environment>): Config['s3'] | 'incomplete' {
  if (!values.WEFT_S3_ENDPOINT) return null
  const {
    WEFT_S3_BUCKET: bucket,
    WEFT_S3_ACCESS_KEY_ID: id,
    WEFT_S3_SECRET_ACCESS_KEY: key,
  } = values
  if (!bucket || !id || !key) return 'incomplete'
  return {
    endpoint: values.WEFT_S3_ENDPOINT,
    bucket,
    region: values.WEFT_S3_REGION,
    accessKeyId: id,
    secretAccessKey: key,
  }
}
