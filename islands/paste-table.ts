// Shows what was pasted from a spreadsheet as a grid, so that a shifted column is seen before it is sent.
class PasteTable extends HTMLElement {
  connectedCallback(): void {
    const area = this.querySelector('textarea')
    if (!area || this.querySelector('.paste-preview')) return
    const preview = document.createElement('div')
    preview.className = 'paste-preview'
    preview.tabIndex = 0
    const status = document.createElement('p')
    status.className = 'hint'
    status.setAttribute('role', 'status')
    this.append(status, preview)
    const show = () => {
      const rows = parse(area.value)
      const columns = Math.max(0, ...rows.map((row) => row.length))
      preview.hidden = columns < 2
      status.hidden = columns < 2
      status.textContent = (this.dataset['count'] ?? '')
        .replace('{rows}', String(rows.length))
        .replace('{columns}', String(columns))
      preview.replaceChildren(grid(rows.slice(0, 50)))
    }
    area.addEventListener('input', show)
    show()
  }
}

function parse(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t'))
}

function grid(rows: string[][]): HTMLTableElement {
  const table = document.createElement('table')
  for (const row of rows) {
    const line = table.insertRow()
    for (const cell of row) line.insertCell().textContent = cell
  }
  return table
}

customElements.define('weft-paste', PasteTable)
