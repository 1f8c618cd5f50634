/** A path as a relative URI reference, or a `file:` URI for an absolute one: slashes stay, all else is escaped. */
export const uriOf = (path: string): string => {
  const slashed = path.replace(/\\/g, '/').replace(/^\.\//, '')
  const escaped = slashed.split('/').map(encodeSegment).join('/')
  if (/^[a-z]:/i.test(slashed)) return `file:///${escaped}`
  return slashed.startsWith('/') ? `file://${escaped}` : escaped
}

// A lone surrogate cannot be encoded, and a colon in the first segment would read as a scheme.
const encodeSegment = (segment: string): string =>
  encodeURIComponent(
    segment.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'),
  )
