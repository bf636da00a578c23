import { ok, type Equality } from "./client.js";
import { sleep } from "./patience.js";
import { ProblemError } from "./problem.js";
import type { components } from "./schema.js";

export type ChangesPage = components["schemas"]["ChangesPage"];

export interface FollowOptions {
  /** Only changes of these types: assignment.status_changed, or progress_update.* for all of a noun. */
  types?: string[];
  /** How many changes to read at once: 200 unless said. */
  limit?: number;
  /** How long to wait in milliseconds before asking again once everything is read: five seconds unless said. */
  pause?: number;
  /** End once everything is read, as a nightly job does, in place of waiting for more. */
  untilCaughtUp?: boolean;
  /** Ends the walk. */
  signal?: AbortSignal;
}

/**
 * Follows what changes, in the order in which it was committed, from the position given on. Do what a page tells,
 * keep its nextCursor with what you did, and go on from that after a stop: nothing is missed. Outages are waited out.
 * A position that is kept no more is thrown as a ProblemError with the code position-expired: take the exports again.
 */
export async function* follow(api: Equality, after: string, options: FollowOptions = {}): AsyncGenerator<ChangesPage, void, void> {
  const { types, limit = 200, pause = 5_000, untilCaughtUp = false, signal } = options;
  for (let position = after; ; ) {
    let page: ChangesPage | undefined;
    try {
      page = ok(
        await api.GET("/v1/changes", { params: { query: { after: position, limit, ...(types && { types: types.join(",") }) } }, ...(signal && { signal }) }),
      ).data;
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof ProblemError && error.status < 500 && error.status !== 429) {
        throw error;
      }
    }

    if (page !== undefined && page.nextCursor !== position) {
      position = page.nextCursor;
      yield page;
    }

    if (page?.hasMore !== true) {
      if (untilCaughtUp && page !== undefined) {
        return;
      }

      await sleep(pause, signal);
    }
  }
}
