export const REQUEST_TOKEN_FAULTS = ['MALFORMED', 'UNKNOWN_KEY', 'TAMPERED', 'EXPIRED', 'OTHER_AUDIENCE', 'OTHER_BODY', 'SPENT', 'TOO_MANY'] as const;
export type RequestTokenFault = (typeof REQUEST_TOKEN_FAULTS)[number];

/** Why a token is refused: for our own log and metrics. The sender learns only that it was. */
export class RequestTokenError extends Error {
  readonly fault: RequestTokenFault;

  constructor(fault: RequestTokenFault) {
    super(`The request token is refused: ${fault}.`);
    this.name = 'RequestTokenError';
    this.fault = fault;
  }
}
