// Keeps a council's assignments in a local file: lists them once, reports progress on one, and follows what changes.
//
//   EQUALITY_URL=http://127.0.0.1:5080 EQUALITY_KEY=pe_dev_bdc node dist/examples/keep-in-step.js assignments.json
//
// Run it again and it goes on where it stopped. With EQUALITY_FOLLOW=forever it stays, and waits out whatever happens.
import { randomUUID } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { connect, follow, items, ok, ProblemError, type components } from "../src/index.js";

/** What is kept of an assignment: what it says itself. What follows from the date (overdue) is not told of, so it is not kept. */
type Kept = Pick<components["schemas"]["AssignmentRow"], "id" | "schemeId" | "actionId" | "status" | "dueBy" | "lastReportedAt" | "version">;

/** The file: the assignments, and how far the feed has been read. They are written together, so they always agree. */
interface Copy {
  position: string;
  assignments: Record<string, Kept>;
}

const [file = "assignments.json"] = process.argv.slice(2);
const forever = process.env["EQUALITY_FOLLOW"] === "forever";
// Who stays has minutes of patience with an outage; who only looks in, seconds.
const api = connect({ baseUrl: setting("EQUALITY_URL"), key: setting("EQUALITY_KEY"), ...(forever && { attempts: 12, longestPause: 60_000 }) });

const copy = (await load()) ?? (await begin());
await save();
await reportOnOne();
await sayWhereRepliesGo("equality@example.org");
console.log(`Following from ${copy.position}`);
for await (const page of follow(api, copy.position, { untilCaughtUp: !forever })) {
  for (const change of page.items) {
    await take(change);
  }

  copy.position = page.nextCursor;
  await save();
}

console.log(`${Object.keys(copy.assignments).length} assignments, as at ${copy.position}`);

/** The position first and the list after it: what changes in between is told of again, and nothing is missed. */
async function begin(): Promise<Copy> {
  const { data: now } = ok(await api.GET("/v1/changes", { params: { query: { from: "now" } } }));
  const made: Copy = { position: now.nextCursor, assignments: {} };
  for await (const row of items((cursor) => api.GET("/v1/assignments", { params: { query: { limit: 200, ...(cursor && { cursor }) } } }))) {
    made.assignments[row.id] = kept(row);
  }

  return made;
}

/** A change says what changed; what it says now is read where it stands, and what is no longer found is dropped. */
async function take(change: components["schemas"]["ChangeEvent"]): Promise<void> {
  const { resource, id } = change.data;
  if (resource === "assignments" && id) {
    const now = await assignment(id);
    if (now === undefined || now.withdrawnAt !== null) {
      delete copy.assignments[id];
    } else {
      copy.assignments[id] = kept(now);
    }
  } else if (change.type === "scheme.deleted" && id) {
    for (const gone of Object.values(copy.assignments).filter((a) => a.schemeId === id)) {
      delete copy.assignments[gone.id];
    }
  }
}

async function assignment(assignmentId: string): Promise<components["schemas"]["AssignmentDetail"] | undefined> {
  try {
    return ok(await api.GET("/v1/assignments/{assignmentId}", { params: { path: { assignmentId } } })).data;
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) {
      return undefined;
    }

    throw error;
  }
}

/** The key names the intention. It is kept with it (a row of your queue, say), and sent again with it: it is done once. */
async function reportOnOne(): Promise<void> {
  const inForce = new Set<string>();
  for await (const scheme of items((cursor) => api.GET("/v1/schemes", { params: { query: { stage: "inForce", ...(cursor && { cursor }) } } }))) {
    inForce.add(scheme.id);
  }

  const waiting = Object.values(copy.assignments).find((a) => a.status === "notStarted" && inForce.has(a.schemeId));
  if (waiting === undefined) {
    return;
  }

  const intention = { key: randomUUID(), assignmentId: waiting.id, body: { status: "onTrack", narrative: "Begun." } as const };
  ok(
    await api.POST("/v1/assignments/{assignmentId}/progress-updates", {
      params: { path: { assignmentId: intention.assignmentId } },
      headers: { "Idempotency-Key": intention.key },
      body: intention.body,
    }),
  );
}

/** A change of what others may change too: under the ETag of what was read, and once more on what they made of it. */
async function sayWhereRepliesGo(address: string): Promise<void> {
  for (;;) {
    const { data: settings, etag } = ok(await api.GET("/v1/settings", {}));
    if (settings.mailReplyTo === address || etag === undefined) {
      return;
    }

    try {
      ok(
        await api.PATCH("/v1/settings", {
          params: { header: { "If-Match": etag } },
          headers: { "Content-Type": "application/merge-patch+json" },
          body: { mailReplyTo: address },
        }),
      );
      return;
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === "version-stale")) {
        throw error;
      }
    }
  }
}

function kept({ id, schemeId, actionId, status, dueBy, lastReportedAt, version }: Kept): Kept {
  return { id, schemeId, actionId, status, dueBy, lastReportedAt, version };
}

async function load(): Promise<Copy | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Copy);
}

/** Beside it first, and then in its place: whatever happens, the file is whole. */
async function save(): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(copy, null, 2));
  await rename(`${file}.new`, file);
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`Set ${name}.`);
  }

  return value;
}
