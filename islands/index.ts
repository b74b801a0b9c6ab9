// Every page works without these. They are small, they keep no state of their own, and the page's words come with it
// as data attributes, already in the reader's language.
import './autosubmit.ts'
import './combobox.ts'
import './drop-zone.ts'
import './entry-grid.ts'
import './focus.ts'
import './keyboard-lines.ts'
import './keyboard-table.ts'
import './passkey.ts'
import './paste-table.ts'
import './popover.ts'
import './progress.ts'
import './scan-view.ts'
