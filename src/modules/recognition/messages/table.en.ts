import { tableTexts } from '../formats/table-texts.ts'

export default tableTexts
