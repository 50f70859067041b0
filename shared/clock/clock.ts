/** Where an instant comes from. Nothing that decides about rights asks the system clock behind its back. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
