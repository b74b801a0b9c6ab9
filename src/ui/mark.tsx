/** The mark of Weft: four warp threads and one that crosses them, over and under. */
export function Mark() {
  return (
    <svg
      class="mark"
      viewBox="0 0 32 32"
      width="32"
      height="32"
      aria-hidden="true"
      focusable="false"
    >
      <path class="mark-warp" d="M5 2v28M12.3 2v28M19.700 2v28M27 2v28" />
      <path class="mark-weft" d="M1 11h7c6 0 9 10 16 10h7" />
      <path class="mark-over" d="M12.3 7v8M27 17v8" />
    </svg>
  )
}
