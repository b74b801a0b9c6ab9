/**
 * How a scan is answered so that the browser shows it: inline, with nothing else allowed, but without
 * `sandbox`, which would keep the browser's own PDF reader from opening it. Only pictures and PDFs that
 * were checked on their way in are answered so; everything else is downloaded.
 */
export const shownInPage = {
  inline: true,
  headers: {
    'content-security-policy': "default-src 'none'; object-src 'self'; frame-ancestors 'self'",
  },
} as const
