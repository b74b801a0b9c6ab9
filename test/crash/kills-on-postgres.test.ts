import { killedOn } from './kills.ts'

killedOn('postgres')
