import type { components } from "./schema.js";

export type Problem = components["schemas"]["Problem"];

/** The service refused. Branch on the code, which is stable; show the message to a person, since it says what to do. */
export class ProblemError extends Error {
  /** The HTTP status. */
  readonly status: number;
  /** All that the service said; undefined where something on the way answered in its place. */
  readonly problem: Problem | undefined;

  constructor(response: Response, problem: Problem | undefined) {
    const errors = (problem?.errors ?? []).map((error) => ` ${error.pointer}: ${error.detail}`);
    super(problem ? `${problem.instance}: ${problem.detail}${errors.join("")}` : `${response.url} was answered ${response.status}, and not by the service.`);
    this.name = "ProblemError";
    this.status = response.status;
    this.problem = problem;
  }

  /** Stable and kebab-case: version-stale, validation. */
  get code(): string {
    return this.problem?.code ?? "";
  }
}
