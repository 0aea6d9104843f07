/** A text that XML can hold: characters that it knows no way to write become blanks. https://www.w3.org/TR/xml/#charsets */
export const xmlText = (text: string): string => text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ' ');
