import type { TestExchange } from '../../../shared/testing/open-test-exchange.js';

/**
 * Lets a second pass in either world and gives the instant in its middle, of which tallies are then asked. What is
 * superseded in the millisecond in which it began counted at no instant.
 */
export async function passTime(exchange: TestExchange): Promise<string> {
  await exchange.moveClock(500);
  const between = exchange.clock.now().toISOString();
  await exchange.moveClock(500);
  return between;
}
