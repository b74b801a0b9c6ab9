import './schema.ts'

export { collectForm, readForm, readValue } from './forms.ts'
export { createLogger } from './log.ts'
export type { Logger, LogLine } from './log.ts'
export { traceOf } from './traces.ts'
export { emptyManifest } from './manifest.ts'
export { forgetSentFormsJob } from './jobs.ts'
export type {
  Act,
  ActCall,
  ActOver,
  Command,
  LoneCall,
  LoneCommand,
  CommandCall,
  CommandResult,
  FilingPlace,
  FoundByName,
  HomePart,
  JourneyStep,
  Manifest,
  NavigationItem,
  Seeding,
  TaskKind,
} from './manifest.ts'
export { m as httpMessages } from './messages/index.ts'
export { createMetrics } from './metrics.ts'
export type { Metrics } from './metrics.ts'
export { problem } from './answer.ts'
export { assertShows, routeName, wordsOf } from './personal-reads.ts'
export type { PersonalRead, ReadRecorder } from './personal-reads.ts'
export type { Shows } from './shows.ts'
export { framedByAnybody } from './security.ts'
export { createHttp } from './pipeline.ts'
export {
  freshForm,
  localOf,
  pageNumber,
  refusalWords,
  refusedForm,
  refusedOnly,
  typedValues,
  valueOf,
} from './sent-form.ts'
export type { FormState } from './sent-form.ts'
export type { Failure, KeptForm } from './failures.ts'
export type { FrameBase, PipelineParts } from './pipeline.ts'
export type { Visitor } from './visitor.ts'
export { checkedElsewhere } from './paper-checks.ts'
export type { Paper, PaperCheck } from './paper-checks.ts'
export { markSeeded, seededModules } from './seedings.ts'
export type { Services } from './services.ts'
export { operation, page, plain, sceneOf } from './types.ts'
export type {
  Answer,
  ApiDescription,
  Call,
  CookieOptions,
  FormInput,
  Frame,
  Route,
  Scene,
  Upload,
} from './types.ts'
export type { Whereabouts } from './whereabouts.ts'
