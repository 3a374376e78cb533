/** Numbers pasted from a sheet or a chat, separated by lines, commas or blanks: each once, in the order pasted. */
export function pastedNumbers(text: string): string[] {
  const found = text
    .split(/[\s,;，；、]+/)
    .map((each) => each.trim())
    .filter(Boolean)
  return [...new Set(found)]
}
