import { create } from 'qrcode'
import type { Examples } from './types.ts'

/** The dark modules of a QR code as one path of squares; nothing of the text reaches the drawing as text. */
export function qrPath(text: string): { size: number; path: string } {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const parts: string[] = []
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) if (data[y * size + x]) parts.push(`M${x} ${y}h1v1h-1z`)
  }
  return { size, path: parts.join('') }
}

/** A QR code that leads to an address, in black on white whatever the theme; the address stands beside it for whoever has no camera. */
export function QrCode({ address, label }: { address: string; label: string }) {
  const { size, path } = qrPath(address)
  const quiet = 4
  const side = size + 2 * quiet
  return (
    <svg
      class="qr-code"
      viewBox={`${-quiet} ${-quiet} ${side} ${side}`}
      role="img"
      aria-label={label}
    >
      <rect class="qr-code-ground" x={-quiet} y={-quiet} width={side} height={side} />
      <path class="qr-code-ink" d={path} />
    </svg>
  )
}

export const examples: Examples = () => [
  {
    name: 'qr-code',
    render: () => <QrCode address="WEFT" label="WEFT" />,
  },
]
