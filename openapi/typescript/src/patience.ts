/** How long to be patient with a service that is busy or away. */
export interface Patience {
  /** How often one request is sent at most: 5 unless said. */
  attempts?: number;
  /** The first pause in milliseconds where the service names none; each further one doubles. 500 unless said. */
  firstPause?: number;
  /** The longest pause in milliseconds that is waited out. Two minutes unless said. */
  longestPause?: number;
}

/**
 * Sends a request until there is an answer. 429 and 503 say that nothing was done. After 502, 504 or a lost connection
 * nobody knows, so only what may be repeated is: reading, and a POST, which carries the same Idempotency-Key each time.
 */
export function patiently(send: typeof fetch, { attempts = 5, firstPause = 500, longestPause = 120_000 }: Patience): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method === "POST" && !request.headers.has("Idempotency-Key")) {
      request.headers.set("Idempotency-Key", crypto.randomUUID());
    }

    const mayRepeat = request.method === "GET" || request.method === "POST";
    for (let attempt = 1; ; attempt++) {
      let pause = Math.min(longestPause, firstPause * 2 ** (attempt - 1) * (0.5 + Math.random() / 2));
      try {
        const response = await send(request.clone());
        if (attempt >= attempts || !(await isWorthAnotherTry(response, mayRepeat))) {
          return response;
        }

        pause = pauseOf(response) ?? pause;
        if (pause > longestPause) {
          return response;
        }
      } catch (error) {
        if (request.signal.aborted || !mayRepeat || attempt >= attempts) {
          throw error;
        }
      }

      await sleep(pause, request.signal);
    }
  };
}

export function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

async function isWorthAnotherTry(response: Response, mayRepeat: boolean): Promise<boolean> {
  switch (response.status) {
    case 429:
    case 503:
      return true;
    case 502:
    case 504:
      return mayRepeat;
    case 409:
      // The same POST, sent before, is still being carried out.
      return ((await response.clone().json().catch(() => ({}))) as { code?: string }).code === "idempotency-running";
    default:
      return false;
  }
}

function pauseOf(response: Response): number | undefined {
  const after = response.headers.get("Retry-After");
  if (after === null) {
    return undefined;
  }

  const milliseconds = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
