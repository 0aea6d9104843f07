/**
 * Waits for all that is done inside one transaction, also where a part of it fails: what goes on after the transaction has ended
 * would be written without it.
 *
 * @throws what failed first.
 */
export async function together<Parts extends readonly Promise<unknown>[]>(
  parts: readonly [...Parts],
): Promise<{ -readonly [Place in keyof Parts]: Awaited<Parts[Place]> }> {
  try {
    return await Promise.all(parts);
  } finally {
    await Promise.allSettled(parts);
  }
}
