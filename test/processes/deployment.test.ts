import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { denialStories } from './denial.stories.js';
import { startDeployment, type Deployment } from './deployment.js';
import { faultStories } from './fault.stories.js';
import { registerMosaic } from './officer.js';
import { signInStories } from './sign-in.stories.js';
import { stoppingStories } from './stopping.stories.js';
import { watchingStories } from './watching.stories.js';

/** One deployment for all: it takes longer to start than most of the stories do. Each goes on where the one before it stopped. */
let deployment: Deployment;
const current = (): Deployment => deployment;

beforeAll(async () => {
  deployment = await startDeployment();
  await registerMosaic(deployment);
}, 180_000);
afterAll(async () => { await deployment.stop(); }, 30_000);

denialStories(current);
signInStories(current);
faultStories(current);
watchingStories(current);
stoppingStories(current);

describe('after all that', () => {
  it('every journal is sound', async () => {
    const { code, stdout } = await deployment.command('verify-journal');
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^Sound:/m)]);
  });

});
