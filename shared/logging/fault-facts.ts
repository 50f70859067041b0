/** What a log may hold of a fault: where it happened and of which kind, never its words, which may quote a record. */
export interface FaultFacts {
  readonly name: string;
  readonly code?: string;
  readonly at?: readonly string[];
  readonly cause?: FaultFacts;
}

const FRAMES = 8;
const DEPTH = 4;

export function factsOfFault(fault: unknown, depth = DEPTH): FaultFacts {
  if (!(fault instanceof Error)) return { name: typeof fault };
  const code = codeOf(fault);
  const at = framesOf(fault);
  const cause = 'originalError' in fault && fault.originalError !== undefined ? fault.originalError : fault.cause;
  return {
    name: fault.constructor.name,
    ...(code !== undefined && { code }),
    ...(at.length > 0 && { at }),
    ...(cause !== undefined && depth > 1 && { cause: factsOfFault(cause, depth - 1) }),
  };
}

/** Codes are words of programs: ECONNREFUSED, 11000, UNAVAILABLE. */
function codeOf(fault: Error): string | undefined {
  const own = 'code' in fault ? fault.code : undefined;
  const text = typeof own === 'string' || typeof own === 'number' ? String(own) : undefined;
  return text !== undefined && /^[A-Z0-9_]{1,64}$/.test(text) ? text : undefined;
}

/** The message stands before the frames and may itself have lines: only what is a frame is kept. */
function framesOf({ stack = '', message }: Error): string[] {
  const after = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : stack;
  return after
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .+:\d+:\d+\)?$/.test(line))
    .slice(0, FRAMES);
}
