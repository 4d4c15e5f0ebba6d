/** Reads a list written one entry after another, separated by commas or line breaks. */
export function entries(text: string): readonly string[] {
  return text
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
