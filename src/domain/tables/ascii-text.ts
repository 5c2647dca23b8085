/** Text of an ASCII file (the writer escapes nothing else; the domain has no TextDecoder). */
export function asciiText(bytes: ArrayBuffer): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.byteLength; at += 8192) {
    const length = Math.min(8192, bytes.byteLength - at);
    parts.push(String.fromCharCode(...new Uint8Array(bytes, at, length)));
  }
  return parts.join('');
}
