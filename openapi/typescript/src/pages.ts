import { ok } from "./client.js";

/** The items of a list, fetched page by page while they are read. */
export async function* items<T>(
  fetchPage: (cursor: string | undefined) => Promise<{ data?: { items: T[]; nextCursor: string | null }; error?: unknown; response: Response }>,
): AsyncGenerator<T, void, void> {
  let cursor: string | undefined;
  do {
    const { data } = ok(await fetchPage(cursor));
    yield* data.items;
    cursor = data.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
