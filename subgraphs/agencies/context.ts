import type { Viewer } from '../../shared/viewer/viewer.js';
import type { AgencyLoader } from './agency/agency.loader.js';

/** What one request carries: who asks, and a loader that answers for this viewer alone. */
export interface AgenciesContext {
  readonly viewer: Viewer;
  readonly agencies: AgencyLoader;
}
