import { elmoTexts } from '../formats/elmo-texts.ts'

export default elmoTexts
