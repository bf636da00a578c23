import createClient, { type Client } from "openapi-fetch";
import { patiently, type Patience } from "./patience.js";
import { ProblemError, type Problem } from "./problem.js";
import type { paths } from "./schema.js";

/** Every operation of the API, by its path: `api.GET("/v1/assignments/{assignmentId}", …)`. */
export type Equality = Client<paths>;

export interface Options extends Patience {
  /** Where the service is: https://equality.example.org. */
  baseUrl: string;
  /** An API key of your organisation. */
  key: string;
  /** What to send with; the platform's fetch unless given. */
  fetch?: typeof fetch;
}

/** A client that presents your key, waits when the service asks it to, and gives each POST an Idempotency-Key of its own. */
export function connect({ baseUrl, key, fetch: send = fetch, ...patience }: Options): Equality {
  return createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${key}` }, fetch: patiently(send, patience) });
}

/** What was answered, with its ETag; a refusal is thrown as a ProblemError. */
export function ok<T>(answer: { data?: T; error?: unknown; response: Response }): { data: T; etag: string | undefined } {
  const { data, error, response } = answer;
  if (!response.ok && response.status !== 304) {
    throw new ProblemError(response, isProblem(error) ? error : undefined);
  }

  return { data: data as T, etag: response.headers.get("ETag") ?? undefined };
}

function isProblem(error: unknown): error is Problem {
  return typeof error === "object" && error !== null && "code" in error;
}
