const decoder = new TextDecoder();

/**
 * JSON that is made already, in UTF-8, for a field that holds JSON or blocks: it is written as it is, without being parsed,
 * checked or made anew. Whoever gives it answers for that the field may hold it, as Strapi's validator would only see it
 * where another field of its document is in doubt. Worth it for long texts, above all where another thread has made them.
 */
export class JsonText {
  constructor(readonly bytes: Uint8Array) {}

  toString(): string {
    return decoder.decode(this.bytes);
  }
}

/** The value of a field as Strapi knows it. */
export const withoutText = (value: unknown): unknown => (value instanceof JsonText ? JSON.parse(value.toString()) : value);
