/** A colour as three linear-light sRGB channels, each 0 to 1. */
export type LinearRgb = readonly [number, number, number]

const oklchPattern = /^oklch\(\s*([\d.]+)%?\s+([\d.]+)\s+([\d.]+)\s*\)$/

/**
 * Reads `oklch(L% C H)` and gives linear sRGB, clipped to the gamut (CSS Color 4, section 10: OKLab to linear sRGB
 * by Ottosson's matrices). Throws on any other notation, since the tokens are written in this one only.
 */
export function parseOklch(text: string): LinearRgb {
  const match = oklchPattern.exec(text.trim())
  if (!match) throw new Error(`Not an oklch() colour: ${text}`)
  const lightness = Number(match[1]) / 100
  const chroma = Number(match[2])
  const hue = (Number(match[3]) * Math.PI) / 180
  const a = chroma * Math.cos(hue)
  const b = chroma * Math.sin(hue)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ] as const
  return [clip(channels[0]), clip(channels[1]), clip(channels[2])]
}

function clip(channel: number): number {
  return Math.min(1, Math.max(0, channel))
}

/** `#rrggbb`, for browsers that do not know oklch(). */
export function toHex(colour: LinearRgb): string {
  const encoded = colour.map((channel) => {
    const value = channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${encoded.join('')}`
}

/** The contrast ratio of WCAG 2.2, from 1 to 21. */
export function contrast(one: LinearRgb, other: LinearRgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance([red, green, blue]: LinearRgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
