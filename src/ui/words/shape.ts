/**
 * The few fixed words of the design system itself (menu, next page, "there is a problem"), so that they
 * are the same on every page. Everything else is given by the caller, already translated.
 * `{…}` marks a place that `fill` replaces.
 */
export interface Words {
  skipToContent: string
  menu: string
  mainNavigation: string
  breadcrumbs: string
  language: string
  /** What was typed in another language of the page stands here now; then that its files do not. */
  typedKept: string
  typedFiles: string
  newTab: string
  account: string
  theme: string
  themeAuto: string
  themeLight: string
  themeDark: string
  problem: string
  errorPrefix: string
  /** Between the name of a field and what is wrong with it. */
  afterLabel: string
  optional: string
  /** How a day is typed. */
  dateHint: string
  chooseOne: string
  /** The first option of a filter, which leaves nothing out. */
  anyValue: string
  chooseFile: string
  dropFile: string
  fileKept: string
  fileReplace: string
  fileTooLarge: string
  uploading: string
  uploaded: string
  uploadFailed: string
  previous: string
  next: string
  pages: string
  page: string
  range: string
  rangeOfMore: string
  sortAscending: string
  sortDescending: string
  selectAll: string
  selectRow: string
  selectedCount: string
  bulkActions: string
  filters: string
  apply: string
  clearFilters: string
  removeFilter: string
  columns: string
  searchRows: string
  reasons: string
  conversion: string
  credit: string
  grade: string
  stepDone: string
  stepCurrent: string
  stepLater: string
  stateNow: string
  whatIsNext: string
  whoHasIt: string
  untilWhen: string
  keyboardTitle: string
  keyboardSearch: string
  keyboardSearchAll: string
  keyboardDown: string
  keyboardUp: string
  keyboardSelect: string
  keyboardOpen: string
  keyboardVerdict: string
  keyboardHelp: string
  close: string
  asList: string
  asTable: string
  places: string
  journey: string
  noResults: string
  resultsCount: string
  pasteHint: string
  pasteRows: string
  working: string
  aboutThisSite: string
  passkeyFailed: string
  passkeyUnsupported: string
  scanTools: string
  larger: string
  smaller: string
  turn: string
  whole: string
  /** Above the fields of one text in the languages that the reader does not read. */
  otherLanguages: string
  languageFilled: string
  languageEmpty: string
  /** Says how many rows of a list wait below on a phone. */
  showRows: string
  /** In which eras a year may be typed, for readers who have two. */
  yearHint: string
  gridPasted: string
  gridKeys: string
  removeRow: string
}
