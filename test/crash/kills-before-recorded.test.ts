import { killedBeforeRecorded } from './kills.ts'

killedBeforeRecorded('pglite')
killedBeforeRecorded('postgres')
