import type { OrganisationId } from '../handling/label.js';
import type { HandledRecord } from './handled-record.js';

/** A record of what an agency did on a day in a country: an arrest, a rescue, a freezing or seizure. */
export interface ActionRecord<Identity> extends HandledRecord<Identity> {
  /** The organisation that acted, which need not be the originator. */
  readonly agency: OrganisationId;
  readonly country: string;
  /** In that country. */
  readonly day: string;
}
