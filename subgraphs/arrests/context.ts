import type { Viewer } from '../../shared/viewer/viewer.js';
import type { ArrestLoader } from './arrest/arrest.loader.js';
import type { MemberLoader } from './criminal-group/criminal-group.loader.js';
import type { RescueLoader } from './rescue/rescue.loader.js';

/** What one request carries: who asks, and loaders that answer for this viewer alone. */
export interface ArrestsContext {
  readonly viewer: Viewer;
  readonly arrests: ArrestLoader;
  readonly rescues: RescueLoader;
  /** By criminal group. */
  readonly members: MemberLoader;
}
