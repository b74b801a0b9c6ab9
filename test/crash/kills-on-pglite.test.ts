import { killedOn } from './kills.ts'

killedOn('pglite')
