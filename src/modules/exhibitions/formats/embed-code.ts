/** The frame that shows the exhibition in another page. */
export function embedCode(address: string, title: string): string {
  const quoted = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return `<iframe src="${address}" title="${quoted}" width="100%" height="720" loading="lazy" allowfullscreen></iframe>`
}
