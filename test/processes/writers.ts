import { arrestInput, isAccepted, type Answer } from './officer.js';

/** Several officers who record one arrest after the other until they are stopped. */
export interface Writers {
  /** References whose record was acknowledged. */
  readonly acknowledged: string[];
  /** References whose outcome nobody told. */
  readonly unknown: string[];
  /** Resolves when the last answer has come. */
  stop(): Promise<void>;
}

/** Whoever is never stopped, because the story failed, stops by itself. */
const LONGEST_MILLISECONDS = 80_000;

/** Each reference is sent once. Anything but an acknowledgement, UNAVAILABLE or a broken connection is a fault of the test. */
export function writeUntil(name: string, officers: number, send: (query: string, variables: object) => Promise<Answer>): Writers {
  const [acknowledged, unknown]: [string[], string[]] = [[], []];
  let stopped = false;
  const deadline = performance.now() + LONGEST_MILLISECONDS;
  const work = async (officer: number): Promise<void> => {
    for (let count = 0; !stopped && performance.now() < deadline; count += 1) {
      const reference = `${name}-${officer}-${count}`;
      const { query, variables } = arrestInput(reference);
      const answer = await send(query, variables).catch(() => null);
      if (answer !== null && isAccepted(answer)) acknowledged.push(reference);
      else if (answer === null || isUnavailable(answer)) {
        unknown.push(reference);
        await new Promise((resolve) => setTimeout(resolve, 100));
      } else throw new Error(`${reference} was neither acknowledged nor unavailable: ${answer.status} ${answer.text}`);
    }
  };
  const working = Promise.all(Array.from({ length: officers }, (_, officer) => work(officer)));
  return {
    acknowledged,
    unknown,
    async stop() {
      stopped = true;
      await working;
    },
  };
}

function isUnavailable({ status, json }: Answer): boolean {
  return status === 503 || (json.errors ?? []).some(({ extensions }) => extensions?.code === 'UNAVAILABLE');
}
